// Finding a place in an array that is in order. Pure.

extension Array {
    /// How many elements come before the first that `isBefore` does not hold of; it holds of none behind that.
    @inline(__always)
    func count(before isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
