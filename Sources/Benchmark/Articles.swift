import TestSupport

/// Articles that all differ: a dozen paragraphs each, every time in another order, under a line with its number.
struct Articles: Sequence {
  /// What they are made of.
  var paragraphs: [[UInt8]]
  /// How many there are.
  var count: Int

  func makeIterator() -> AnyIterator<String> {
    var (number, generator) = (0, SeededGenerator(seed: 1))
    return AnyIterator {
      guard number < count else { return nil }
      number += 1
      let chosen = (0..<12).map { _ in
        let paragraph = paragraphs[Int.random(in: 0..<paragraphs.count, using: &generator)]
        return String(decoding: paragraph, as: UTF8.self)
      }
      return "خبر رقم \(number)\n\n" + chosen.joined(separator: "\n\n")
    }
  }
}
