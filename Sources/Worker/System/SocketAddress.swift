// Addresses as sockets take them, of either family, and what a name stands for. Any thread.

internal import Glibc

/// An address that a socket can be bound or connected to.
public struct SocketAddress: Sendable {
    /// Why a name stands for no address.
    struct Fault: Error {
        let reason: String
    }

    private var storage = sockaddr_storage()
    private var size = socklen_t(MemoryLayout<sockaddr_storage>.size)

    /// `AF_INET` or `AF_INET6`.
    public var family: Int32 { Int32(storage.ss_family) }

    /// Starts with room for an address of either family.
    private init() {}

    /// What an address stands for (getaddrinfo(3)), each one time; may ask the name service, and wait for it.
    ///
    /// All interfaces are those of both families, and to connect to, the machine itself.
    ///
    /// - Throws: `Fault` if it stands for nothing.
    static func resolve(_ address: ListenAddress, toListen: Bool) throws(Fault) -> [SocketAddress] {
        var hints = unsafe addrinfo()
        unsafe hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        unsafe hints.ai_flags = AI_NUMERICSERV | (toListen ? AI_PASSIVE : 0)
        var list: UnsafeMutablePointer<addrinfo>?
        // SAFETY: the call reads the texts and the hints, and makes a list that is given back below.
        let code = unsafe getaddrinfo(address.bareHost, "\(address.port)", &hints, &list)
        guard code == 0 else { throw Fault(reason: unsafe String(cString: gai_strerror(code))) }
        defer { unsafe freeaddrinfo(list) }
        var found: [SocketAddress] = []
        var entry = unsafe list
        while let current = unsafe entry {
            var place = SocketAddress()
            place.size = unsafe current.pointee.ai_addrlen
            // SAFETY: an entry's address has the length that the entry says, at most that of the storage.
            unsafe withUnsafeMutableBytes(of: &place.storage) { bytes in
                unsafe bytes.copyMemory(
                    from: UnsafeRawBufferPointer(start: current.pointee.ai_addr, count: Int(current.pointee.ai_addrlen))
                )
            }
            if !found.contains(place) { found.append(place) }
            unsafe entry = current.pointee.ai_next
        }
        return found
    }

    /// The socket of a name on this machine (unix(7)): a path, or behind `@` an abstract name; nil for a name that is
    /// neither, or too long.
    static func local(_ name: String) -> SocketAddress? {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let isAbstract = name.hasPrefix("@")
        // An abstract name begins with NUL and ends with the address, a path ends with NUL.
        let bytes = isAbstract ? [0] + Array(name.utf8.dropFirst()) : Array(name.utf8) + [0]
        guard isAbstract || name.hasPrefix("/"), bytes.count <= MemoryLayout.size(ofValue: address.sun_path) else {
            return nil
        }
        var place = SocketAddress()
        place.size = socklen_t(MemoryLayout<sa_family_t>.size + bytes.count)
        // SAFETY: the name fits, as was just seen, and the storage is as long as an address of any family.
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: bytes) }
        unsafe withUnsafeMutableBytes(of: &place.storage) { storage in
            unsafe withUnsafeBytes(of: &address) { unsafe storage.copyMemory(from: $0) }
        }
        return place
    }

    /// What an address stands for when it is connected to; nothing if that cannot be found out.
    public static func toConnect(_ address: ListenAddress) -> [SocketAddress] {
        (try? resolve(address, toListen: false)) ?? []
    }

    var port: UInt16 {
        get {
            // SAFETY: the port stands at the same place in the addresses of both families.
            unsafe withUnsafeBytes(of: storage) {
                UInt16(bigEndian: unsafe $0.load(fromByteOffset: 2, as: UInt16.self))
            }
        }
        set {
            // SAFETY: as above.
            unsafe withUnsafeMutableBytes(of: &storage) { bytes in
                unsafe bytes.storeBytes(of: newValue.bigEndian, toByteOffset: 2, as: UInt16.self)
            }
        }
    }

    /// Binds a socket to it; false with `errno` if that cannot be.
    func bind(_ descriptor: Int32) -> Bool { unsafe withPointer { unsafe Glibc.bind(descriptor, $0, $1) == 0 } }

    /// Connects a socket to it; false with `errno` if that cannot be.
    public func connect(_ descriptor: Int32) -> Bool {
        unsafe withPointer { unsafe Glibc.connect(descriptor, $0, $1) == 0 }
    }

    @unsafe private func withPointer<Result>(_ body: (UnsafePointer<sockaddr>, socklen_t) -> Result) -> Result {
        // SAFETY: the storage is aligned for, and as long as, an address of any family.
        unsafe withUnsafePointer(to: storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe body($0, size) }
        }
    }

    /// The address that a socket is bound to; nil if it is to none.
    static func bound(_ descriptor: Int32) -> SocketAddress? {
        var place = SocketAddress()
        // SAFETY: the call fills the structure that it is handed, up to the size that it is told.
        let code = unsafe withUnsafeMutablePointer(to: &place.storage) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &place.size)
            }
        }
        return code == 0 ? place : nil
    }
}

extension SocketAddress: Equatable {
    /// Whether the bytes of two addresses are the same.
    public static func == (left: SocketAddress, right: SocketAddress) -> Bool {
        // SAFETY: both are compared as bytes, and every byte is set.
        unsafe withUnsafeBytes(of: left.storage) { left in
            unsafe withUnsafeBytes(of: right.storage) { right in unsafe left.elementsEqual(right) }
        }
    }
}
