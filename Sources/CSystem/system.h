// What glibc has, but declares to C with _GNU_SOURCE only, which Swift's module of it does not define.

#ifndef CSYSTEM_SYSTEM_H
#define CSYSTEM_SYSTEM_H

/// Makes a pipe whose ends have these flags from the beginning (pipe2(2)): with O_CLOEXEC no child that another thread
/// starts meanwhile inherits them.
int pipe2(int ends[2], int flags);

#endif
