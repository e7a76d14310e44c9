// `replay` for clusters without transactions, so also on the embedded one: killed, it goes on where offsets were committed.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct ReplayAtLeastOnceTests {
    @Test func killedItGoesOnAndRepeatsNoMoreThanABatch() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<200), partition: partition) }
            let command = [
                "replay", "--from", "offset:20", "--to", "offset:180", "--output-topic", again, "--replay-id", "again",
                "--yes", "--delivery", "at-least-once",
            ]
            let victim = try rig.start(command + ["--rate", "10"])
            try eventually("it has begun", within: .seconds(60)) {
                try !rig.committed("\(rig.group).replay.again", rig.input, 2).isEmpty
            }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            let (status, output, errors) = try rig.run(command)
            #expect(status == 0, "\(errors)")
            #expect(output.contains("320 of 320 offsets are accounted for: 320 events"), "\(output)")
            let copies = Dictionary(grouping: try rig.records(of: again, 2).map(\.id)) { $0 }.mapValues(\.count)
            #expect(copies.count == 320 && copies.values.allSatisfy { $0 <= 2 })
            // A batch is half a second's records.
            #expect(copies.values.count { $0 == 2 } <= 5)
        }
    }
}
