// How often the calling thread has asked for memory. For benchmarks: nothing that ships links it.

#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H

/// Calls of `malloc`, `calloc`, `realloc` and their aligned forms by the calling thread so far, wherever in the process
/// they are.
unsigned long allocation_count(void);

#endif
