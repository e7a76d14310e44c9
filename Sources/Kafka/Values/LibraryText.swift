// What librdkafka hands over: texts that it lends, copied into Swift's own, and objects. Any thread.

extension String {
    /// Copies NUL-ended text; empty for NULL.
    @unsafe
    init(library start: UnsafePointer<CChar>?) {
        // SAFETY: the callers pass what the library documents as NUL-ended.
        self = unsafe start.map { unsafe String(cString: $0) } ?? ""
    }

    /// Copies text of a given size; empty for NULL.
    @unsafe
    init(library start: UnsafePointer<CChar>?, size: Int) {
        // SAFETY: the library documents `size` readable bytes at `start`.
        let bytes = unsafe UnsafeRawBufferPointer(start: start, count: start == nil ? 0 : size)
        self = unsafe String(decoding: bytes, as: UTF8.self)
    }
}

/// An object that the library has made: for want of memory it ends the process rather than return NULL.
func required<Object>(_ made: Object?) -> Object {
    guard let made else { preconditionFailure("librdkafka has made nothing") }
    return made
}

/// Lends a buffer for the text of an error and returns it as a string beside the result.
@unsafe
func withErrorText<Result>(_ body: (UnsafeMutablePointer<CChar>, Int) -> Result) -> (Result, String) {
    // SAFETY: zeroed before use, so it is NUL-ended whether or not the body writes to it.
    unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 512) { buffer in
        guard let start = buffer.baseAddress else { preconditionFailure("an allocation of 512 has an address") }
        unsafe buffer.initialize(repeating: 0)
        let result = unsafe body(start, buffer.count)
        return (result, unsafe String(cString: start))
    }
}
