// Lets the embedded broker answer at once, as real brokers do. librdkafka leaves Nagle's algorithm on for its sockets:
// the last answers to a burst of requests then wait for an acknowledgement that the client delays by 40 ms, which no
// worker can help. An executable's own functions go before those of the libraries that it loads.

#define _GNU_SOURCE
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

int accept(int listener, struct sockaddr *address, socklen_t *size) {
        int connection = (int)syscall(SYS_accept4, listener, address, size, 0);
        int yes = 1;
        if (connection >= 0) setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
        return connection;
}
