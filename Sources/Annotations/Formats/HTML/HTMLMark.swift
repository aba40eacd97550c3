import ArabicText

/// A passage of the article that is an element of the page.
struct HTMLMark {
  /// What it is, the outermost first where passages are the same.
  enum Rank: Int {
    case quotation, note, name
  }

  var span: TextSpan
  var rank: Rank
  /// The name of the element.
  var tag: String
  /// The attributes but for the identifier, escaped.
  var attributes: String
  /// The identifier, which the first piece of the passage bears.
  var id: String
  /// What stands behind the last piece: links to the lists.
  var reference = ""
}

/// The text of an article with passages that may overlap, as elements that do not.
///
/// Where an element ends inside another one that began later, that one is closed and opened again.
struct HTMLMarking {
  private let text: DecodedText
  private let marks: [HTMLMark]
  /// The marks that stand at the place reached, or will.
  private var next = 0
  private var open: [Int] = []

  init(_ text: DecodedText, marks: [HTMLMark]) {
    self.text = text
    self.marks = marks.sorted {
      ($0.span.lower, $1.span.upper, $0.rank.rawValue) < (
        $1.span.lower, $0.span.upper, $1.rank.rawValue
      )
    }
  }

  /// The content of `paragraph`, as character data and elements.
  ///
  /// - Precondition: paragraphs are asked for in text order.
  /// - Complexity: O(*n* + *k m*) in the bytes, the places where passages begin or end, and the
  ///   passages that stand over one place.
  mutating func content(of paragraph: TextSpan) -> String {
    var result = ""
    var stack: [Int] = []
    var place = paragraph.lower
    while place < paragraph.upper {
      takeUp(at: place)
      let wanted = open
      let kept = zip(stack, wanted).prefix { $0 == $1 }.count
      result += closing(stack[kept...])
      for mark in wanted[kept...] { result += opening(marks[mark], at: place) }
      stack = wanted
      let end = boundary(after: place, in: paragraph)
      result += HTMLText.escaped(text.string(in: TextSpan(place, end)))
      place = end
      let references = open.filter { marks[$0].span.upper == place }.map { marks[$0].reference }
        .joined()
      guard !references.isEmpty else { continue }
      // Links do not stand inside links.
      result += closing(stack[...]) + references
      stack = []
    }
    return result + closing(stack[...])
  }

  /// Opens and closes passages, so that those that cover what follows `place` are open.
  private mutating func takeUp(at place: TextOffset) {
    while next < marks.count, marks[next].span.lower <= place {
      open.append(next)
      next += 1
    }
    open.removeAll { marks[$0].span.upper <= place }
  }

  /// Where the next passage begins or an open one ends.
  private func boundary(after place: TextOffset, in paragraph: TextSpan) -> TextOffset {
    var end = paragraph.upper
    if next < marks.count { end = min(end, marks[next].span.lower) }
    for mark in open { end = min(end, marks[mark].span.upper) }
    return end
  }

  private func opening(_ mark: HTMLMark, at place: TextOffset) -> String {
    let id = mark.span.lower == place ? " id=\"\(mark.id)\"" : ""
    return "<\(mark.tag)\(id)\(mark.attributes)>"
  }

  private func closing(_ stack: ArraySlice<Int>) -> String {
    stack.reversed().map { "</\(marks[$0].tag)>" }.joined()
  }
}
