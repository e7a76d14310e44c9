// A process with one lane: it carries out what the machine of the delivery says, as the lane of the product does.

internal import Delivery
internal import Kafka
internal import Simulation

/// A worker that may die and is started again.
final class SimulatedWorker {
    let number: Int
    private unowned let world: World
    private(set) var process: SimulatedProcess?

    init(_ number: Int, _ world: World) {
        self.number = number
        self.world = world
    }

    var stateName: String { process?.machine.state.name ?? "is not there" }

    func isClient(_ client: Client) -> Bool { process?.client === client }

    func start() {
        world.say("worker \(number) starts")
        process = SimulatedProcess(self, world)
        process?.begin()
    }

    /// Ends it without a word.
    func crash() {
        guard let process else { return }
        world.say("worker \(number) is killed")
        process.kill()
        self.process = nil
        world.after(world.delay(50, 3000)) { [self] in start() }
    }

    func freeze(for milliseconds: Int64) {
        world.say("worker \(number) stands still for \(milliseconds) ms")
        process?.freeze(for: milliseconds)
    }

    /// Asks it to stop.
    func restart() {
        guard let process else { return }
        world.say("worker \(number) is asked to stop")
        process.stop(within: 5000)
    }

    /// It has ended by itself.
    func ended(_ end: LaneEnd) {
        world.say("worker \(number) ends: \(end)")
        process = nil
        world.after(world.delay(50, 2000)) { [self] in start() }
    }
}
