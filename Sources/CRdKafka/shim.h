// Everything of librdkafka that Swift sees. Variadic functions and function-like macros do not import,
// so the few that are needed stand here as static inline functions.

#ifndef CRDKAFKA_SHIM_H
#define CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>

#endif
