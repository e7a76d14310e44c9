// Answers rebalances: in every case the library gets the assign or unassign it waits for, or closing would hang.
// Decides nothing about records. Runs on the polling thread, inside a poll or while closing.

internal import CRdKafka

extension ClientCallbacks {
    /// Answers a rebalance and reports it.
    ///
    /// Partitions are given up only after the handler returned, so that it may still commit; they are reported as
    /// assigned only after the library took them.
    @unsafe
    static func rebalance(
        _ client: OpaquePointer,
        _ code: rd_kafka_resp_err_t,
        _ list: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>?,
        in context: CallbackContext
    ) {
        // SAFETY: client and list are valid during the callback, and nothing of them is kept.
        let partitions = unsafe list.map { unsafe PartitionList.read($0).map(\.partition) } ?? []
        let groupProtocol = unsafe groupProtocol(of: client)
        let isCooperative = groupProtocol == .cooperative

        if code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS {
            let failure =
                isCooperative
                ? unsafe KafkaError(consuming: rd_kafka_incremental_assign(client, list), "assign partitions")
                : unsafe failure(of: rd_kafka_assign(client, list), "assign partitions")
            let stillPaused = context.paused.intersection(partitions)
            if !stillPaused.isEmpty {
                let list = PartitionList(Array(stillPaused))
                _ = unsafe rd_kafka_resume_partitions(client, list.pointer)
                context.paused.subtract(stillPaused)
            }
            context.report(
                RebalanceEvent(
                    change: .assigned,
                    partitions: partitions,
                    groupProtocol: groupProtocol,
                    failure: failure
                )
            )
            return
        }

        let isOrderly = code == RD_KAFKA_RESP_ERR__REVOKE_PARTITIONS
        let isLost = unsafe !isOrderly || rd_kafka_assignment_lost(client) != 0
        context.report(
            RebalanceEvent(
                change: isLost ? .lost : .revoked,
                partitions: isOrderly ? partitions : context.tracker.owned,
                groupProtocol: groupProtocol,
                failure: isOrderly ? nil : KafkaError(code: KafkaErrorCode(code), operation: "rebalance")
            )
        )
        let failure =
            isCooperative && isOrderly
            ? unsafe KafkaError(consuming: rd_kafka_incremental_unassign(client, list), "give up partitions")
            : unsafe failure(of: rd_kafka_assign(client, nil), "give up partitions")
        if let failure { context.report(.error(failure)) }
    }

    /// The protocol the group has agreed on (`rd_kafka_rebalance_protocol`).
    @unsafe
    static func groupProtocol(of client: OpaquePointer) -> RebalanceEvent.GroupProtocol {
        // SAFETY: the library returns static text, or NULL when the client is not a member.
        switch unsafe String(library: rd_kafka_rebalance_protocol(client)) {
        case "COOPERATIVE": .cooperative
        case "EAGER": .eager
        default: .none
        }
    }

    private static func failure(of code: rd_kafka_resp_err_t, _ operation: String) -> KafkaError? {
        code == RD_KAFKA_RESP_ERR_NO_ERROR ? nil : KafkaError(code: KafkaErrorCode(code), operation: operation)
    }
}
