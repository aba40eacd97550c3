import ArabicText
import Testing

@Suite struct SortedSearchTests {
  private let spans = [(2, 4), (4, 9), (4, 5), (10, 12)].map { TextSpan(utf8: $0.0..<$0.1) }

  @Test(arguments: [(0, 0), (2, 0), (3, 1), (4, 1), (5, 3), (10, 3), (11, 4), (99, 4)])
  func `the first span from an offset on is found`(offset: Int, expected: Int) {
    #expect(spans.firstIndex(from: TextOffset(offset), by: { $0 }) == expected)
  }

  @Test func `nothing is found among nothing`() {
    #expect([TextSpan]().firstIndex(from: .zero, by: { $0 }) == 0)
  }

  @Test func `every border of a partition is found, in slices as well`() {
    let numbers = Array(0..<33)
    for border in 0...33 {
      #expect(numbers.partitioningIndex { $0 >= border } == border)
    }
    #expect(numbers[5..<9].partitioningIndex { $0 >= 7 } == 7)
    #expect(numbers[5..<9].partitioningIndex { $0 >= 70 } == 9)
  }
}
