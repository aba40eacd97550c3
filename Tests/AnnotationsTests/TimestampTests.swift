import Annotations
import Testing

@Suite("Moments") struct TimestampTests {
  @Test func `of two moments the later is later, however near they are`() {
    let moments = (0..<100).map { _ in Timestamp.now }
    #expect(zip(moments, moments.dropFirst()).allSatisfy { $0 < $1 })
  }
}
