/// What stands inside the part of a page that is the article and is none of it: leads to other articles,
/// rules for comments, labels.
struct SideParts {
  let blocks: [HTMLBlock]

  /// `chosen` without blocks that announce related stories, and the links that follow them.
  func withoutRelated(_ chosen: [Int]) -> [Int] {
    var result: [Int] = []
    var isRelated = false
    for index in chosen {
      let block = blocks[index]
      if block.wordCount <= 7, PageWords.builtIn.announcesOthers(block.string) {
        isRelated = true
        continue
      }
      if isRelated, block.linkShare > 0.3 || !block.isProse { continue }
      if block.wordCount <= 20, PageWords.builtIn.asksToFollow(block.string) { continue }
      isRelated = false
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

  /// `chosen` without all that follows a heading of comments, or that begins outside the element of the
  /// article with rules of the site.
  func withoutEnd(_ chosen: [Int]) -> [Int] {
    var counts: [Int: Int] = [:]
    for index in chosen { counts[blocks[index].container, default: 0] += blocks[index].length }
    let most = counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    for (place, index) in chosen.enumerated().dropFirst(chosen.count / 2) {
      let block = blocks[index]
      let isEnd =
        block.wordCount <= 5 && PageWords.builtIn.beginsComments(block.string)
        || block.container != most && PageWords.builtIn.speaksOfSite(block.bytes)
      if isEnd { return Array(chosen[..<place]) }
    }
    return chosen
  }

  /// `chosen` without what stands before the first and behind the last sentence and is none: names of
  /// authors, dates, buttons; nor with the time that stands behind the lead.
  func withoutLabels(_ chosen: [Int]) -> [Int] {
    var chosen = chosen.enumerated().filter { $0.offset > 3 || !tellsTime(blocks[$0.element]) }
      .map(\.element)[...]
    while let last = chosen.last, isLabel(blocks[last]) { chosen.removeLast() }
    while let first = chosen.first, isLabel(blocks[first]) { chosen.removeFirst() }
    return Array(chosen)
  }

  private func isLabel(_ block: HTMLBlock) -> Bool {
    guard !block.endsSentence || block.wordCount <= 2 else { return false }
    if case .heading = block.kind { return block.wordCount <= 3 }
    if digitCount(block) >= 4 { return block.wordCount <= 12 }
    return block.wordCount <= 6
      || block.wordCount <= 14 && block.signCount == 0 && block.linkShare > 0.25
  }

  /// Whether a short line says when something was published.
  private func tellsTime(_ block: HTMLBlock) -> Bool {
    block.kind == .paragraph && block.wordCount <= 10 && !block.endsSentence
      && digitCount(block) > 0 && PageWords.builtIn.namesTime(block.string)
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
