// All messages, joined, checked and frozen: number -> definition in two array reads at any size.
// Made once at start, shared by all lanes, never changed.

/// The frozen catalogue.
public final class Catalogue: Sendable {
    let messages: [CompiledMessage]
    let formats: [CompiledFormat]
    /// Event names as members, `,"eventName":"..."`.
    let names: Fragments
    let program: Program
    /// Page of each thousand of numbers; -1 if none of it is known.
    private let pages: [Int16]
    /// Index into `messages` of each number of a known thousand; -1 if unknown.
    private let entries: [Int32]

    /// The declarations, in order of their numbers.
    public let declarations: [Message]

    /// Compiles messages whose layouts have been checked before: the check takes longer than all the rest of a start.
    ///
    /// - Throws: `CatalogueError` with every number that cannot be, is declared twice, or has a layout that does not
    ///   compile.
    init(compiling declarations: [Message]) throws(CatalogueError) {
        let sorted = declarations.sorted { $0.id < $1.id }
        var program = Program()
        var messages: [CompiledMessage] = []
        var formats: [CompiledFormat] = []
        var names = Fragments()
        var pages = [Int16](repeating: -1, count: Int(Message.greatestID) / 1000 + 1)
        var entries: [Int32] = []
        var faults: [CatalogueError.Fault] = []

        var nameOrdinals: [String: Int] = [:]

        func addName(_ name: String) -> Int {
            if let known = nameOrdinals[name] { return known }
            let ordinal = names.add(JSONText.member(.eventName, name))
            nameOrdinals[name] = ordinal
            return ordinal
        }

        for message in sorted {
            guard (0...Message.greatestID).contains(message.id) else {
                faults.append(.init(id: message.id, layout: nil, text: "the number has more than seven digits"))
                continue
            }
            if messages.last?.id == message.id {
                faults.append(.init(id: message.id, layout: nil, text: "the number is declared twice"))
                continue
            }
            let name = addName(message.name)
            let first = formats.count
            for (ordinal, format) in message.formats.enumerated() {
                do throws(FormatFault) {
                    let own = format.name.map(addName) ?? name
                    formats.append(try program.compile(format, name: own))
                } catch {
                    faults.append(.init(id: message.id, layout: ordinal, text: error.description))
                }
            }
            let page = Int(message.id / 1000)
            if pages[page] < 0 {
                pages[page] = Int16(entries.count / 1000)
                entries.append(contentsOf: repeatElement(-1, count: 1000))
            }
            entries[Int(pages[page]) * 1000 + Int(message.id % 1000)] = Int32(messages.count)
            messages.append(
                CompiledMessage(
                    id: message.id,
                    name: name,
                    hasOneName: formats[first...].allSatisfy { $0.name == name },
                    namesGroup: message.eachLayoutHolds([.group])
                        && formats[first...].allSatisfy { $0.beginning != .plain },
                    type: message.type,
                    outcome: message.outcome,
                    assigns: !message.formats.isEmpty && formats[first...].allSatisfy(\.assigns),
                    resumes: message.eachLayoutHolds([.natAddress]),
                    formats: first..<formats.count
                )
            )
        }
        self.messages = messages
        self.formats = formats
        self.names = names
        self.program = program
        self.pages = pages
        self.entries = entries
        self.declarations = sorted
        guard faults.isEmpty else { throw CatalogueError(faults: faults) }
    }

    /// Index of a message in `messages`, or nil if the number is unknown.
    ///
    /// Constant time.
    @inline(__always)
    func index(of id: Int32) -> Int? {
        guard id >= 0, id <= Message.greatestID else { return nil }
        let page = pages[Int(id / 1000)]
        guard page >= 0 else { return nil }
        let entry = entries[Int(page) * 1000 + Int(id % 1000)]
        return entry >= 0 ? Int(entry) : nil
    }
}

/// Everything that is wrong with a catalogue.
public struct CatalogueError: Error, CustomStringConvertible {
    /// One fault.
    public struct Fault: Equatable, Sendable {
        /// Cisco's number.
        public var id: Int32
        /// Index of the layout, if it is about one.
        public var layout: Int?
        /// What is wrong.
        public var text: String
    }

    /// All faults found.
    public var faults: [Fault]

    /// One line for each fault.
    public var description: String {
        faults.map { fault in
            let place = fault.layout.map { ", layout \($0 + 1)" } ?? ""
            return "message \(fault.id)\(place): \(fault.text)"
        }.joined(separator: "\n")
    }
}
