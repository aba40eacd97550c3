import ArabicText
import CFriBidi
import CInterfaceData
import TestSupport
import Testing
import TextLayout

/// What a terminal with a bidirectional algorithm makes of the rows that are sent to it.
struct InverseBidiTests {
  /// The row that a terminal shows for `line`, from the left: base direction left to right, brackets
  /// mirrored at odd levels, marks on their letters.
  private func shown(_ line: [String]) -> [String] {
    let cells = line.map { $0.unicodeScalars.map(\.value) }
    let scalars = cells.flatMap(\.self)
    var levels = BidiLevels(scalars: scalars, direction: .leftToRight).levels
    Reordering.resetWhiteSpace(
      &levels, classes: scalars.map { ScalarProperties($0).bidi }, base: 0)
    return order(cells, levels, mirror: mirrored)
  }

  /// The same by FriBidi alone, with the classes and mirrors of its own tables, as VTE does it.
  private func shownByFriBidi(_ line: [String]) -> [String] {
    let cells = line.map { $0.unicodeScalars.map(\.value) }
    let scalars = cells.flatMap(\.self)
    let count = FriBidiStrIndex(scalars.count)
    var types = [FriBidiCharType](repeating: FRIBIDI_TYPE_LTR, count: scalars.count)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    fribidi_get_bidi_types(scalars, count, &types)
    fribidi_get_bracket_types(scalars, count, types, &brackets)
    var base: FriBidiParType = FRIBIDI_PAR_LTR
    var levels = [FriBidiLevel](repeating: 0, count: scalars.count)
    _ = fribidi_get_par_embedding_levels_ex(types, brackets, count, &base, &levels)
    var order = Array(0..<count)
    // Reorders and applies rule L1; levels come back as they are used.
    _ = fribidi_reorder_line(0, types, count, 0, base, &levels, nil, &order)
    return self.order(cells, levels.map { UInt8($0) }) { scalar in
      var mirror: FriBidiChar = scalar
      _ = fribidi_get_mirror_char(scalar, &mirror)
      return mirror
    }
  }

  private func order(
    _ cells: [[UInt32]], _ levels: [UInt8], mirror: (UInt32) -> UInt32
  ) -> [String] {
    var start = 0
    let cellLevels = cells.map { cell -> UInt8 in
      defer { start += cell.count }
      return levels[start]
    }
    return Reordering.visualOrder(levels: cellLevels).map { index in
      let base = cellLevels[index] & 1 == 1 ? mirror(cells[index][0]) : cells[index][0]
      return string([base] + cells[index].dropFirst())
    }
  }

  private func mirrored(_ scalar: UInt32) -> UInt32 {
    // By layout itself, which mirrors a bracket in right-to-left text.
    guard ScalarProperties(scalar).isMirrored else { return scalar }
    let text = DecodedText("\u{5D0}" + string([scalar]) + "\u{5D0}")
    let line = ParagraphLayout(text, text.span, options: LayoutOptions(width: 9)).lines[0]
    return line.cells[1].text.unicodeScalars.first?.value ?? scalar
  }

  private func string(_ scalars: [UInt32]) -> String {
    var view = String.UnicodeScalarView()
    for value in scalars { if let scalar = Unicode.Scalar(value) { view.append(scalar) } }
    return String(view)
  }

  private func rows(_ string: String, width: Int, direction: Direction? = nil) -> [[String]] {
    let text = DecodedText(string)
    return text.paragraphs(in: text.span).flatMap { paragraph in
      ParagraphLayout(
        text, paragraph, options: LayoutOptions(width: width, direction: direction)
      ).lines.map { line in
        let cells = line.cells.filter { $0.columns > 0 }
        // As on the screen: blanks to the right edge.
        let margin = cells.first?.column.value ?? 0
        return Array(repeating: " ", count: margin) + cells.map(\.text) + [" "]
      }
    }
  }

  /// `cell` as it may also be drawn, by the three repairs.
  private func plain(_ cell: String) -> String {
    guard let base = cell.unicodeScalars.first?.value else { return cell }
    let marks = cell.unicodeScalars.dropFirst().map(\.value)
    return switch base {
    case 0x2800: string([0x20] + marks)
    case 0x660...0x669: string([base - 0x630] + marks)
    case 0x6F0...0x6F9: string([base - 0x6C0] + marks)
    case 0x239B, 0x23A1, 0x23A7, 0x28, 0x5B, 0x7B: string([0x28] + marks)
    case 0x239E, 0x23A4, 0x23AB, 0x29, 0x5D, 0x7D: string([0x29] + marks)
    default: cell
    }
  }

  private var article: String {
    let data = rawi_sample_article()
    return String(
      decoding: UnsafeBufferPointer(start: data.bytes, count: data.count), as: UTF8.self)
  }

  @Test(arguments: [24, 40, 60, 90])
  func `every row of an article is shown as it is`(width: Int) {
    var count = 0
    for row in rows(article, width: width) {
      let inverse = InverseBidi(row: row)
      let line = inverse.items.map(\.text)
      #expect(inverse.isExact)
      #expect(shown(line).map { $0 == "\u{2800}" ? " " : $0 } == row)
      #expect(shownByFriBidi(line).map { $0 == "\u{2800}" ? " " : $0 } == row)
      count += 1
    }
    #expect(count > 10)
  }

  @Test(arguments: [
    ("قال إن (الخطة) لا تشمل", ""), ("السفينة Blue River وصلت", ""), ("في 12.5% من الحالات", ""),
    ("2019 عام صعب", "\u{2800}"), ("(2019) عام صعب", "\u{2800}"), ("٣٠ كتابا و12:30 ظهرا", ""),
    ("كتب 10-20 مرة", ""), ("2019-كتاب", "\u{662}\u{660}\u{661}\u{669}"),
    ("قال: \"نعم\" [هنا].", ""),
    ("شاليم שלום 5% و-7", ""), ("a) b) ب) ج", ""), ("ا) ب) ج", ""), ("(ا (ب", "\u{239E}"),
    ("وُلِدَ في ﴿١٢﴾ عاما", ""), ("🙂 نعم 漢字 لا", ""),
  ])
  func `a row is shown as it is, with a stand-in where one is needed`(
    text: String, standIn: String
  ) {
    for row in rows(text, width: 40, direction: .rightToLeft) {
      let inverse = InverseBidi(row: row)
      let line = inverse.items.map(\.text)
      #expect(inverse.isExact)
      #expect(shown(line).map(plain) == row.map(plain), "\(line)")
      if standIn.isEmpty {
        #expect(shown(line) == row, "\(line)")
      } else {
        for scalar in standIn { #expect(line.contains(String(scalar)), "\(line)") }
      }
    }
  }

  @Test func `digits that touch letters on their left become Arabic-Indic, in order`() {
    let row = ["\u{FEB1}", "2", "0", "1", "9"]
    let inverse = InverseBidi(row: row)
    #expect(shown(inverse.items.map(\.text)) == ["\u{FEB1}", "٢", "٠", "١", "٩"])
    #expect(inverse.isExact)
  }

  @Test func `each cell is sent once`() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let text = RandomText.paragraph(scalars: 60, using: &generator)
      for row in rows(text, width: 30) {
        #expect(InverseBidi(row: row).items.map(\.source).sorted() == Array(row.indices))
      }
    }
  }

  @Test func `rows of random text are shown in order wherever the line says so`() {
    var (exact, all) = (0, 0)
    for seed in 0..<1500 {
      var generator = SeededGenerator(seed: UInt64(seed))
      let count = Int.random(in: 0...120, using: &generator)
      let text = RandomText.paragraph(scalars: count, using: &generator)
      let direction: Direction? =
        [nil, .rightToLeft, .leftToRight].randomElement(using: &generator) ?? nil
      for row in rows(text, width: Int.random(in: 1...40, using: &generator), direction: direction)
      {
        let inverse = InverseBidi(row: row)
        all += 1
        guard inverse.isExact else { continue }
        exact += 1
        #expect(shown(inverse.items.map(\.text)).map(plain) == row.map(plain), "seed \(seed)")
      }
    }
    #expect(exact * 100 > all * 99)
  }
}
