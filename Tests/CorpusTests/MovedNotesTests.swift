import Testing

/// Whatever is done to the files of a folder, notes stay with their articles.
struct MovedNotesTests {
  @Test(arguments: MovedArticles.Kind.allCases)
  func `no note is certain on another article, and none is lost, wherever files are moved`(
    _ kind: MovedArticles.Kind
  ) throws {
    for seed in 0..<UInt64(kind.count < 5 ? 4 : 2) {
      var articles = try MovedArticles(kind, seed: seed)
      for _ in 0..<8 {
        try articles.step()
        if !articles.faults.isEmpty { break }
      }
      try articles.find()
      #expect(
        articles.faults.isEmpty,
        "\(seed): \(articles.faults.prefix(3))\n\(articles.history.joined(separator: "\n"))")
    }
  }
}
