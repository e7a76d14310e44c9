// Answers rebalances: in every case the library gets the assign or unassign it waits for, or closing would hang.
// Decides nothing about records. Runs on the polling thread, inside a poll; while closing the library is called from a
// thread of its own, because it may forget to answer.

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
        in context: CallbackContext,
        closing: ConsumerClosing? = nil
    ) {
        // SAFETY: client and list are valid during the callback, and nothing of them is kept.
        let partitions = unsafe list.map { unsafe PartitionList.read($0).map(\.partition) } ?? []
        let groupProtocol = unsafe closing?.groupProtocol ?? groupProtocol(of: client)
        let isCooperative = groupProtocol == .cooperative
        func change(_ list: UnsafePointer<rd_kafka_topic_partition_list_t>?, isTaken: Bool) -> KafkaError? {
            guard let closing else { return unsafe Self.change(list, isTaken, isCooperative, of: client) }
            return unsafe closing.change(list, isTaken, isCooperative)
        }

        if code == RD_KAFKA_RESP_ERR__ASSIGN_PARTITIONS {
            let failure = unsafe change(list, isTaken: true)
            // One that is being closed reads nothing more.
            let stillPaused = closing == nil ? context.paused.intersection(partitions) : []
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
        if let failure = unsafe change(isOrderly ? list : nil, isTaken: false) { context.report(.error(failure)) }
    }

    /// Takes these partitions, or gives them up: all if the list is NULL, or the group is not cooperative.
    @unsafe
    static func change(
        _ list: UnsafePointer<rd_kafka_topic_partition_list_t>?,
        _ isTaken: Bool,
        _ isCooperative: Bool,
        of client: OpaquePointer
    ) -> KafkaError? {
        let operation = isTaken ? "assign partitions" : "give up partitions"
        // SAFETY: client and list are alive; the library copies the list.
        guard isCooperative, let list = unsafe list else {
            let code = unsafe rd_kafka_assign(client, isTaken ? list : nil)
            return code == RD_KAFKA_RESP_ERR_NO_ERROR
                ? nil : KafkaError(code: KafkaErrorCode(code), operation: operation)
        }
        return unsafe KafkaError(
            consuming: isTaken
                ? rd_kafka_incremental_assign(client, list) : rd_kafka_incremental_unassign(client, list),
            operation
        )
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
}

/// Answers the rebalances of a consumer that is being closed, until a deadline.
///
/// The part of the client that knows the group ends in two steps, and drops without an answer what it is asked between
/// them (`rd_kafka_cgrp_terminated`): the caller of `rd_kafka_assign` would wait forever. A call that is left keeps the
/// client, with its threads and connections, until the process ends.
struct ConsumerClosing {
    let client: Client
    let deadline: Deadline

    /// Whether the consumer has left its group (`rd_kafka_consumer_closed`).
    var isOver: Bool {
        // SAFETY: the client is alive.
        unsafe rd_kafka_consumer_closed(client.pointer) != 0
    }

    /// The protocol that the group has agreed on.
    var groupProtocol: RebalanceEvent.GroupProtocol {
        // SAFETY: the closure holds the client.
        answer { [client] in unsafe ClientCallbacks.groupProtocol(of: client.pointer) } ?? .none
    }

    /// Takes these partitions, or gives them up: all if the list is NULL, or the group is not cooperative.
    ///
    /// - Returns: The error of the call, or that it was not answered.
    @unsafe
    func change(
        _ list: UnsafePointer<rd_kafka_topic_partition_list_t>?,
        _ isTaken: Bool,
        _ isCooperative: Bool
    ) -> KafkaError? {
        // SAFETY: the list is the caller's; the copy and the client live as long as the call.
        let copy = unsafe PartitionList(copying: list)
        let isWhole = unsafe list == nil
        let outcome = answer { [client] in
            unsafe ClientCallbacks.change(isWhole ? nil : copy.pointer, isTaken, isCooperative, of: client.pointer)
        }
        return outcome ?? KafkaError(code: .timedOut, operation: "close", message: "a rebalance was not answered")
    }

    /// Makes a call that may never return.
    ///
    /// - Returns: What it returned; nil if the consumer is closed, or the time is over, without an answer.
    private func answer<Outcome>(_ body: @escaping () -> Outcome) -> Outcome? {
        guard let call = BackgroundCall(body) else { return body() }
        return call.wait(until: deadline, unless: { isOver })
    }
}
