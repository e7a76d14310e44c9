// What is to happen in virtual time, in order.

/// Actions by the time at which they happen; those of the same time in the order in which they were added.
struct EventQueue {
    private struct Entry {
        let time: Int64
        let number: Int
        let action: () -> Void

        func isBefore(_ other: Entry) -> Bool { time == other.time ? number < other.number : time < other.time }
    }

    private var heap: [Entry] = []
    private var count = 0

    /// When the next action happens; nil if there is none.
    var nextTime: Int64? { heap.first?.time }

    mutating func add(at time: Int64, _ action: @escaping () -> Void) {
        heap.append(Entry(time: time, number: count, action: action))
        count += 1
        var index = heap.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard heap[index].isBefore(heap[parent]) else { return }
            heap.swapAt(index, parent)
            index = parent
        }
    }

    mutating func removeFirst() -> () -> Void {
        let first = heap[0]
        let last = heap.removeLast()
        guard !heap.isEmpty else { return first.action }
        heap[0] = last
        var index = 0
        while true {
            let left = 2 * index + 1
            guard left < heap.count else { break }
            let right = left + 1
            let smaller = right < heap.count && heap[right].isBefore(heap[left]) ? right : left
            guard heap[smaller].isBefore(heap[index]) else { break }
            heap.swapAt(index, smaller)
            index = smaller
        }
        return first.action
    }
}
