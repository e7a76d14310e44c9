// Everything of librdkafka that Swift sees. Variadic functions and function-like macros do not import,
// so the few that are needed stand here as static inline functions. Only symbols that librdkafka 2.0.2
// already has.

#ifndef CRDKAFKA_SHIM_H
#define CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdint.h>

/// A non-NULL address for zero bytes: librdkafka reads a NULL address as "no value", not as "empty value".
static inline const void *crk_no_bytes(void) {
        return "";
}

/// Enqueues a copy of one record (`rd_kafka_producev`). A timestamp of 0 means "now"; a NULL key, value or list of
/// headers means none. The list passes to the library on success only. `rd_kafka_produceva` is no way to do it: given
/// single headers, it frees them twice when the record is refused.
static inline rd_kafka_resp_err_t crk_produce(rd_kafka_t *rk,
                                              rd_kafka_topic_t *topic,
                                              int32_t partition,
                                              const void *key,
                                              size_t key_size,
                                              const void *value,
                                              size_t value_size,
                                              int64_t timestamp_ms,
                                              rd_kafka_headers_t *headers,
                                              void *token) {
        return rd_kafka_producev(rk,
                                 RD_KAFKA_V_RKT(topic),
                                 RD_KAFKA_V_PARTITION(partition),
                                 RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                                 RD_KAFKA_V_KEY(key, key_size),
                                 RD_KAFKA_V_VALUE((void *)value, value_size),
                                 RD_KAFKA_V_TIMESTAMP(timestamp_ms),
                                 RD_KAFKA_V_HEADERS(headers),
                                 RD_KAFKA_V_OPAQUE(token),
                                 RD_KAFKA_V_END);
}

#endif
