import Testing

@testable import ReaderRuntime

/// When files and store are polled.
struct PollTimesTests {
  private let start = ContinuousClock.now

  @Test func `nothing is due before its time, and what was due is not due again`() {
    var times = PollTimes(now: start)
    times.fileInterval = .milliseconds(150)
    #expect(times.timeout(from: start) == .milliseconds(150))
    #expect(times.due(at: start + .milliseconds(149)) == (false, false))
    #expect(times.due(at: start + .milliseconds(150)) == (true, false))
    #expect(times.due(at: start + .milliseconds(151)) == (false, false))
    #expect(times.due(at: start + .seconds(1)) == (true, true))
  }

  @Test func `without files the store alone is waited for`() {
    let times = PollTimes(now: start)
    #expect(times.timeout(from: start) == .seconds(1))
    #expect(times.timeout(from: start + .milliseconds(300)) == .milliseconds(700))
    #expect(times.timeout(from: start + .seconds(5)) == .zero)
  }
}
