// Everything of librdkafka that Swift sees. Variadic functions and function-like macros do not import,
// and a C union is awkward to fill from Swift, so the few that are needed stand here as static inline
// functions. Only symbols that librdkafka 2.0.2 already has.

#ifndef CRDKAFKA_SHIM_H
#define CRDKAFKA_SHIM_H

#include <librdkafka/rdkafka.h>
#include <librdkafka/rdkafka_mock.h>
#include <stdint.h>

/// A non-NULL address for zero bytes: librdkafka reads a NULL address as "no value", not as "empty value".
static inline const void *crk_no_bytes(void) {
        return "";
}

/// Enqueues a copy of one record without headers (`rd_kafka_producev`).
/// A timestamp of 0 means "now"; a NULL key or value means none.
static inline rd_kafka_resp_err_t crk_produce(rd_kafka_t *rk,
                                              rd_kafka_topic_t *topic,
                                              int32_t partition,
                                              const void *key,
                                              size_t key_size,
                                              const void *value,
                                              size_t value_size,
                                              int64_t timestamp_ms,
                                              void *token) {
        return rd_kafka_producev(rk,
                                 RD_KAFKA_V_RKT(topic),
                                 RD_KAFKA_V_PARTITION(partition),
                                 RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY),
                                 RD_KAFKA_V_KEY(key, key_size),
                                 RD_KAFKA_V_VALUE((void *)value, value_size),
                                 RD_KAFKA_V_TIMESTAMP(timestamp_ms),
                                 RD_KAFKA_V_OPAQUE(token),
                                 RD_KAFKA_V_END);
}

/// The fixed part of a record's arguments for `rd_kafka_produceva`: how many there are.
#define CRK_FIXED_ARGUMENTS 7

/// Fills the first CRK_FIXED_ARGUMENTS arguments of `rd_kafka_produceva`; headers follow after them.
static inline void crk_fill_arguments(rd_kafka_vu_t *arguments,
                                      rd_kafka_topic_t *topic,
                                      int32_t partition,
                                      const void *key,
                                      size_t key_size,
                                      const void *value,
                                      size_t value_size,
                                      int64_t timestamp_ms,
                                      void *token) {
        arguments[0].vtype      = RD_KAFKA_VTYPE_RKT;
        arguments[0].u.rkt      = topic;
        arguments[1].vtype      = RD_KAFKA_VTYPE_PARTITION;
        arguments[1].u.i32      = partition;
        arguments[2].vtype      = RD_KAFKA_VTYPE_MSGFLAGS;
        arguments[2].u.i        = RD_KAFKA_MSG_F_COPY;
        arguments[3].vtype      = RD_KAFKA_VTYPE_KEY;
        arguments[3].u.mem.ptr  = (void *)key;
        arguments[3].u.mem.size = key_size;
        arguments[4].vtype      = RD_KAFKA_VTYPE_VALUE;
        arguments[4].u.mem.ptr  = (void *)value;
        arguments[4].u.mem.size = value_size;
        arguments[5].vtype      = RD_KAFKA_VTYPE_TIMESTAMP;
        arguments[5].u.i64      = timestamp_ms;
        arguments[6].vtype      = RD_KAFKA_VTYPE_OPAQUE;
        arguments[6].u.ptr      = token;
}

/// Fills one header argument of `rd_kafka_produceva`. A NULL value is a header without value.
/// The single-header form copies name and value, so no header list changes owner: the list form frees
/// twice on librdkafka < 2.12 when the partition does not exist.
static inline void crk_fill_header(rd_kafka_vu_t *argument, const char *name, const void *value, size_t size) {
        argument->vtype         = RD_KAFKA_VTYPE_HEADER;
        argument->u.header.name = name;
        argument->u.header.val  = value;
        argument->u.header.size = (ssize_t)size;
}

#endif
