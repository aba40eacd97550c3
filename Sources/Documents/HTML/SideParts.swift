/// What stands inside the part of a page that is the article and is none of it: leads to other articles,
/// rules for comments, labels.
struct SideParts {
  let blocks: [HTMLBlock]

  /// `chosen` without blocks that announce related stories, and the links that follow them.
  func withoutRelated(_ chosen: [Int]) -> [Int] {
    var result: [Int] = []
    var (isRelated, hasLinks, seen) = (false, false, 0)
    /// The element of the last sentence.
    var home: Int?
    for (place, index) in chosen.enumerated() {
      let block = blocks[index]
      let next = place + 1 < chosen.count ? blocks[chosen[place + 1]] : nil
      if block.wordCount <= 7, PageWords.builtIn.announcesOthers(block.string) {
        (isRelated, hasLinks, seen) = (true, false, index)
        continue
      }
      // The next heading of the article ends them.
      let isHeading = if case .heading = block.kind { true } else { false }
      let goesOn = isHeading && block.linkLength == 0 && next?.isProse ?? false
      // So does a line beside its sentences, behind a link, which may be none of those that were chosen.
      if isRelated {
        hasLinks = hasLinks || blocks[seen..<index].contains { $0.linkShare > 0.3 }
        seen = index
      }
      let isLine =
        block.kind == .paragraph && block.linkLength == 0 && block.container == home && hasLinks
        && LabelWords.sense(of: block.string) != .label
      if isRelated, block.linkShare > 0.3 || !block.isProse, !goesOn, !isLine { continue }
      if block.wordCount <= 20, PageWords.builtIn.asksToFollow(block.string) { continue }
      isRelated = false
      if block.isProse { home = block.container }
      result.append(index)
    }
    return result
  }

  /// `chosen` without what stood there before, word for word: one of two copies is for another width of screen, or
  /// was set apart to be seen.
  func withoutCopies(_ chosen: [Int]) -> [Int] {
    var seen: Set<[UInt8]> = []
    return chosen.filter { index in
      let block = blocks[index]
      return block.wordCount < 8 || block.kind == .row || seen.insert(block.bytes).inserted
    }
  }

  /// The heading and the items of what an article draws on, which stand `behind` its last block.
  func sources(behind last: Int?, inside body: Range<Int>) -> Set<Int> {
    guard let last, last + 1 < blocks.count, body.contains(blocks[last + 1].node) else { return [] }
    // The heading may be the last block that was chosen.
    guard
      let heading = [last, last + 1].first(where: {
        blocks[$0].wordCount <= 3 && !blocks[$0].isSurroundings
          && PageWords.builtIn.beginsSources(blocks[$0].string)
      })
    else { return [] }
    let items = blocks.indices.dropFirst(heading + 1).prefix { index in
      guard case .item = blocks[index].kind else { return false }
      return !blocks[index].isSurroundings && body.contains(blocks[index].node)
    }
    return items.isEmpty ? [] : Set(items).union([heading])
  }

  /// `chosen` without all that follows a heading of comments, or that begins outside the element of the
  /// article with rules of the site.
  func withoutEnd(_ chosen: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for index in chosen { counts[blocks[index].container, default: 0] += blocks[index].length }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    for (place, index) in chosen.enumerated() {
      let block = blocks[index]
      let isEnd =
        beginsComments(block, isLate: place >= chosen.count / 2)
        || place >= chosen.count / 2 && block.container != most
          && PageWords.builtIn.speaksOfSite(block.bytes)
      if isEnd, chosen[..<place].contains(where: { blocks[$0].isProse }) {
        return Array(chosen[..<place])
      }
    }
    return chosen
  }

  /// Whether a block is the heading of comments; a line that counts them may stand above an article too.
  private func beginsComments(_ block: HTMLBlock, isLate: Bool) -> Bool {
    if case .heading = block.kind { return PageWords.builtIn.beginsComments(block.string) }
    return isLate && block.wordCount <= 5 && PageWords.builtIn.beginsComments(block.string)
  }

  /// `chosen` without what stands before the first and behind the last sentence and is none: names of
  /// authors, dates, buttons; nor with the time that stands behind the lead.
  ///
  /// Lines beside the paragraphs of the article that have no sign of that are its own, as verses are.
  func withoutLabels(_ chosen: [Int], _ edges: ArticleEdges) -> [Int] {
    let names = names(ofPartsIn: chosen)
    var chosen = chosen.enumerated().filter { place, index -> Bool in
      if isRowOfLinks(blocks[index]) { return names.contains(index) }
      let isLabel = place <= 3 && (tellsTime(blocks[index]) || edges.isByline(index))
      return !isLabel || edges.isOwn(index) || names.contains(index)
    }.map(\.element)[...]
    func isLabel(_ index: Int) -> Bool {
      self.isLabel(blocks[index]) && !names.contains(index) && !edges.isOwn(index)
    }
    // A subhead of nothing is the heading of what was left out.
    func isEmptyPart(_ index: Int) -> Bool {
      guard case .heading = blocks[index].kind else { return false }
      return self.isLabel(blocks[index])
    }
    while let last = chosen.last, isLabel(last) || isEmptyPart(last) { chosen.removeLast() }
    while let first = chosen.first, isLabel(first) { chosen.removeFirst() }
    return Array(chosen)
  }

  /// Whether a line is called a label or is one by its words, or has so few words that it may be one.
  func isLabelled(_ block: HTMLBlock) -> Bool {
    block.isLabel && !block.isProse || block.wordCount <= 3
      || LabelWords.sense(of: block.string) == .label
  }

  /// Whether a line below a headline may be its lead: some words that are no label and no link.
  func mayBeLead(_ block: HTMLBlock) -> Bool {
    switch block.kind {
    case .paragraph, .heading:
      block.wordCount >= 4 && block.linkLength == 0 && !block.isLabel
        && LabelWords.sense(of: block.string) != .label
    default: false
    }
  }

  /// How often a line of few words has to stand before parts of an article, but for its numbers, to be one of its
  /// parts: a judgement.
  private static let leastRepeats = 3

  /// The lines that name the parts of a page, as times do those of a live page and authors those of a forum.
  private func names(ofPartsIn chosen: [Int]) -> Set<Int> {
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for index in chosen where blocks[index].wordCount <= 6 && digitCount(blocks[index]) > 0 {
      let pattern = blocks[index].string.unicodeScalars.map { scalar in
        scalar.properties.numericType == nil ? scalar : "0"
      }
      places[pattern, default: []].append(index)
    }
    return Set(places.values.filter { $0.count >= Self.leastRepeats }.joined())
  }

  private func isLabel(_ block: HTMLBlock) -> Bool {
    if block.hasRuby { return false }
    guard !block.endsSentence || block.wordCount <= 2 else { return false }
    if case .heading = block.kind { return block.wordCount <= 3 }
    if block.wordCount <= LabelWords.leastOfText { return true }
    return LabelWords.sense(of: block.string) == .label
      || block.wordCount <= 14 && block.signCount == 0 && block.linkShare > 0.25
  }

  /// Whether a line is a label with links, as subjects and ways to share are.
  private func isRowOfLinks(_ block: HTMLBlock) -> Bool {
    block.kind == .paragraph && block.linkShare > 0.25 && !block.endsSentence
      && LabelWords.sense(of: block.string) == .label
  }

  /// Whether a short line says when something was published, and perhaps by whom, and nothing beyond that.
  private func tellsTime(_ block: HTMLBlock) -> Bool {
    block.kind == .paragraph && block.wordCount <= 10 && !block.endsSentence
      && digitCount(block) > 0 && LabelWords.sense(of: block.string) == .label
  }

  private func digitCount(_ block: HTMLBlock) -> Int {
    var count = 0
    for (index, byte) in block.bytes.enumerated() {
      switch byte {
      case 0x30...0x39: count += 1
      // Arabic and Persian digits.
      case 0xA0...0xA9: if index > 0, block.bytes[index - 1] == 0xD9 { count += 1 }
      case 0xB0...0xB9: if index > 0, block.bytes[index - 1] == 0xDB { count += 1 }
      default: break
      }
    }
    return count
  }
}
