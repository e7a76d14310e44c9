// Counters that libFuzzer reads beside its own coverage: the catalogue is data, so code coverage alone cannot tell
// one message from another. One byte for each kind of outcome that the target has seen.

#include <stdint.h>

enum { counter_count = 16384 };

__attribute__((section("__libfuzzer_extra_counters"))) static uint8_t counters[counter_count];

void fuzz_note(uint32_t kind) { counters[kind % counter_count] = 1; }
