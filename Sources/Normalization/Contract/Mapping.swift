// The version of the mapping, once. A number of its own: releases come without a change of any event, and a reader asks
// for no more than whether two events were made by the same rules.

/// How lines become events.
public enum Mapping {
    /// Version of the mapping: one more than that of the last release as soon as a line may become another event than
    /// with that release and the same settings.
    ///
    /// `MappingTests` fails when events of the fixtures change, and says what to do.
    public static let version = 1
}
