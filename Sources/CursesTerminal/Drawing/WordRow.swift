import Screen

/// Rows for kitty, which turns each run of right-to-left letters round and leaves the runs in place.
///
/// A run ends at a space and where the face of the font changes; colours do not end it. In each unbroken
/// sequence of right-to-left cells the text is therefore turned round while the colours stay, all of the
/// sequence takes one face, and what touches it takes another, lest it join the run.
///
/// Source: kitty's fonts.c (`hb_buffer_guess_segment_properties` for each run), and trials.
enum WordRow {
  private static let faces: Style.Attributes = [.bold, .italic]

  /// The cells to send for `row`.
  ///
  /// - Complexity: O(*n*).
  static func cells(for row: ArraySlice<Screen.Cell>) -> [Screen.Cell] {
    var cells = Array(row)
    var start = 0
    while start < cells.count {
      guard isRightToLeft(cells[start]) else {
        start += 1
        continue
      }
      let end = cells[start...].firstIndex { !isRightToLeft($0) } ?? cells.count
      turn(start..<end, of: &cells)
      start = end
    }
    separate(&cells)
    return cells
  }

  private static func turn(_ word: Range<Int>, of cells: inout [Screen.Cell]) {
    let texts = cells[word].map(\.text)
    let face = cells[word].reduce(into: Style.Attributes()) { face, cell in
      face.formUnion(cell.style.attributes.intersection(faces))
    }
    for (index, text) in zip(word, texts.reversed()) {
      cells[index].text = text
      setFace(face, of: &cells[index])
    }
  }

  /// Gives what touches a word another face than the words beside it have.
  private static func separate(_ cells: inout [Screen.Cell]) {
    for index in cells.indices where !isRightToLeft(cells[index]) && cells[index].text != " " {
      let sides = [index - 1, index + max(1, cells[index].columns)]
      let taken = sides.filter { cells.indices.contains($0) && isRightToLeft(cells[$0]) }
        .map { cells[$0].style.attributes.intersection(faces) }
      let own = cells[index].style.attributes.intersection(faces)
      guard taken.contains(own) else { continue }
      let choices = [own.symmetricDifference(.bold), own.symmetricDifference(.italic)]
      if let face = choices.first(where: { !taken.contains($0) }) {
        setFace(face, of: &cells[index])
      }
    }
  }

  private static func setFace(_ face: Style.Attributes, of cell: inout Screen.Cell) {
    cell.style.attributes.subtract(faces)
    cell.style.attributes.formUnion(face)
  }

  /// Whether the cell holds a letter, digit or sign of a script that runs from right to left.
  ///
  /// By block, as kitty takes Arabic-Indic digits and Arabic punctuation into a run too: Hebrew to
  /// Arabic Extended-A, the presentation forms, and the right-to-left part of the supplementary plane.
  static func isRightToLeft(_ cell: Screen.Cell) -> Bool {
    switch cell.text.unicodeScalars.first?.value {
    case .some(0x590...0x8FF), .some(0xFB1D...0xFDFF), .some(0xFE70...0xFEFE),
      .some(0x10800...0x10FFF), .some(0x1E800...0x1EFFF):
      true
    default: false
    }
  }
}
