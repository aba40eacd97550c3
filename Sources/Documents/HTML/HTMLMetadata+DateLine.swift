import Platform

extension HTMLMetadata {
  /// How MediaWiki calls the line that tells when a page was changed.
  private static let lastChange: Set = ["lastmod", "footer-info-lastmod"]
  private static let weekdays: Set = [
    "السبت", "الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة",
  ]
  /// The most words of a line that tells the day alone: a judgement.
  private static let mostWords = 10

  /// Reads the date from a line between the headline and what follows of the article, or from what a wiki says of its
  /// last change, where nothing else tells it.
  ///
  /// - Complexity: O(*n*).
  mutating func readDateLine(
    of blocks: [HTMLBlock], _ finding: ArticleFinder.Finding?, in tree: MarkupTree
  ) {
    guard date == nil else { return }
    if let finding, let headline = finding.headline {
      let chosen = Set(finding.blocks)
      // The lead may stand between the headline and the date.
      let behind = finding.blocks.drop { $0 < headline }.dropFirst().first ?? headline + 1
      let lines = (headline + 1..<max(headline + 1, behind)).lazy.filter { index in
        !chosen.contains(index) && !blocks[index].isSurelySurroundings
          && blocks[index].linkLength == 0 && blocks[index].wordCount <= Self.mostWords
          && LabelWords.sense(of: blocks[index].string) == .label
      }.map { blocks[$0] }
      date = lines.compactMap { Self.day(in: $0.string) }.first { _ in true }
    }
    guard date == nil else { return }
    let wiki = tree.nodes.indices.first { node in
      tree.nodes[node].name != nil && tree[node, "id"].map(Self.lastChange.contains) ?? false
    }
    date = wiki.flatMap { Self.plain(tree.string(in: $0)) }.flatMap(Self.day)
  }

  /// The day that `line` tells, with the time behind it, as they are written.
  static func day(in line: String) -> String? {
    guard Timestamp(told: line) != nil else { return nil }
    let words = line.split(separator: " ")
    let isTime = words.map { word in
      word.contains(where: \.isNumber)
        || PageWords.builtIn.has(PageWords.bare(String(word))[...], .time)
    }
    guard let number = words.firstIndex(where: { $0.contains(where: \.isNumber) }),
      let last = isTime.lastIndex(of: true)
    else { return nil }
    // The day of the week stands before it.
    let first =
      number > 0 && weekdays.contains(words[number - 1].filter(\.isLetter)) ? number - 1 : number
    let day = words[first...last].joined(separator: " ").reversed()
      .drop { ".،,".contains($0) }.reversed()
    return Timestamp(told: String(day)) == nil ? line : String(day)
  }
}
