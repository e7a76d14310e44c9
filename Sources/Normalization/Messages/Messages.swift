// All messages: those of the families, and the names of all others. A folder holds what is about one thing, a file one
// family.

/// The messages that the product knows.
public enum Messages {
    /// Messages with layouts, and those that a family declares without one.
    static let declared = [
        Certificates.all, Device.all, Flows.all, Inspection.all, KeyExchange.all, Portal.all, Sessions.all,
    ].flatMap { $0 }

    /// Every message: the declared ones, and all others by name.
    public static let all = declared + EventNames.messages
}

extension Catalogue {
    /// The product's own catalogue, compiled; its layouts are checked by the tests.
    ///
    /// - Throws: `CatalogueError` with every number declared twice and every layout that does not compile.
    public static func standard() throws(CatalogueError) -> Catalogue { try Catalogue(compiling: Messages.all) }
}
