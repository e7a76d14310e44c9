// Preloaded into a worker: its wall clock runs ahead or behind by as many seconds as the file FAULT_CLOCK says, which
// may change at any time. Waits until a moment of the wall clock are cut into slices, so that they feel a jump as they
// would on a machine whose clock is set.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static long offset(void) {
    const char *path = getenv("FAULT_CLOCK");
    FILE *file = path ? fopen(path, "r") : NULL;
    long seconds = 0;
    if (!file) return 0;
    if (fscanf(file, "%ld", &seconds) != 1) seconds = 0;
    fclose(file);
    return seconds;
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    int status = (int)syscall(SYS_clock_gettime, clock, time);
    if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) time->tv_sec += offset();
    return status;
}

int timespec_get(struct timespec *time, int base) { return clock_gettime(CLOCK_REALTIME, time) == 0 ? base : 0; }

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    (void)zone;
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    time->tv_sec = now.tv_sec;
    time->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *result) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    if (result) *result = now.tv_sec;
    return now.tv_sec;
}

/// The next slice of a wait until a moment of this clock, by the system's own clock; 0 if the moment has come.
static int slice(const struct timespec *until, struct timespec *next) {
    struct timespec now;
    syscall(SYS_clock_gettime, CLOCK_REALTIME, &now);
    long long left = (until->tv_sec - offset() - now.tv_sec) * 1000000000LL + until->tv_nsec - now.tv_nsec;
    if (left <= 0) return 0;
    if (left > 100000000) left = 100000000;
    long long end = now.tv_nsec + left;
    next->tv_sec = now.tv_sec + end / 1000000000;
    next->tv_nsec = end % 1000000000;
    return 1;
}

int pthread_cond_timedwait(pthread_cond_t *condition, pthread_mutex_t *mutex, const struct timespec *until) {
    static int (*wait)(pthread_cond_t *, pthread_mutex_t *, const struct timespec *);
    if (!wait) *(void **)&wait = dlsym(RTLD_NEXT, "pthread_cond_timedwait");
    struct timespec next;
    // A moment long before this century is one of the monotonic clock, which nothing sets.
    if (until->tv_sec < 946684800) return wait(condition, mutex, until);
    while (slice(until, &next)) {
        int status = wait(condition, mutex, &next);
        if (status != ETIMEDOUT) return status;
    }
    return ETIMEDOUT;
}

/// What librdkafka waits with.
int cnd_timedwait(cnd_t *restrict condition, mtx_t *restrict mutex, const struct timespec *restrict until) {
    static int (*wait)(cnd_t *, mtx_t *, const struct timespec *);
    if (!wait) wait = (int (*)(cnd_t *, mtx_t *, const struct timespec *))dlsym(RTLD_NEXT, "cnd_timedwait");
    struct timespec next;
    while (slice(until, &next)) {
        int status = wait(condition, mutex, &next);
        if (status != thrd_timedout) return status;
    }
    return thrd_timedout;
}
