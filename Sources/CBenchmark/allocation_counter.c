// Stands before the C library's allocator and counts. In C because Swift reserves these names for its runtime. An
// executable's own functions go before those of the libraries that it loads, so every caller in the process comes by
// here.

#include "allocation_counter.h"

#include <errno.h>
#include <stddef.h>

// The C library's own, under the names that it keeps for this purpose.
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *memory, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);

static _Thread_local unsigned long calls;

unsigned long allocation_count(void) { return calls; }

void *malloc(size_t size) {
        calls++;
        return __libc_malloc(size);
}

void *calloc(size_t count, size_t size) {
        calls++;
        return __libc_calloc(count, size);
}

void *realloc(void *memory, size_t size) {
        calls++;
        return __libc_realloc(memory, size);
}

void *memalign(size_t alignment, size_t size) {
        calls++;
        return __libc_memalign(alignment, size);
}

void *aligned_alloc(size_t alignment, size_t size) {
        calls++;
        return __libc_memalign(alignment, size);
}

int posix_memalign(void **memory, size_t alignment, size_t size) {
        calls++;
        void *block = __libc_memalign(alignment, size);
        if (block == NULL) return ENOMEM;
        *memory = block;
        return 0;
}
