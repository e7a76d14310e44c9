// A process as the network sees it.

/// One end of connections; a process that is gone hears nothing.
final class Client {
    var isAlive = true
    var frozenUntil: Int64 = 0
    var lastArrival: [World.Service: Int64] = [:]
    unowned let world: World

    init(_ world: World) { self.world = world }

    /// Acts as soon as the process runs.
    func wake(_ action: @escaping () -> Void) {
        guard isAlive else { return }
        guard frozenUntil > world.now else { return action() }
        world.after(frozenUntil - world.now) { [self] in wake(action) }
    }
}
