import Testing

@testable import Documents

extension PDFColumnsTests {
  @Test func `a table stays in rows`() throws {
    let page = (0..<14).map { cell($0, ["خانة \($0) من الجدول."]) }
    let words = try read([page]).flatMap { $0.split(separator: " ") }
    #expect(words.compactMap { Int($0) } == Array(0..<14))
  }

  @Test func `a table whose cells are paragraphs is read row by row`() throws {
    let page = [0, 2, 4, 6, 1, 3, 5, 7].map { index in
      cell(index, Array(repeating: "\(index) سطر من كلام الخانة الذي يملؤها", count: 2))
    }
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == (0..<8).flatMap { [$0, $0] })
  }

  @Test func `columns of short paragraphs are none of a table`() throws {
    let page = (0..<8).map { index -> Part in
      var part = cell(index, Array(repeating: "\(index) سطر من كلام العمود الذي يملؤه", count: 2))
      (part.size, part.top) = (8, 50 + Double(index / 2) * 20 + Double(index % 2) * 2)
      return part
    }
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == [0, 0, 2, 2, 4, 4, 6, 6, 1, 1, 3, 3, 5, 5, 7, 7])
  }

  @Test func `headlines of three columns side by side are no table`() throws {
    var page: [Part] = []
    for (column, left) in [410.0, 220, 30].enumerated() {
      // One of them has a line more, beside which nothing stands.
      for row in 0..<(column == 0 ? 4 : 3) {
        page.append(
          Part(
            words: ["\(column)0\(row) عنوان"], left: left + 40, right: left + 170,
            top: 50 + Double(row) * 20, size: 18))
      }
      let words = (0..<12).map { "\(column)1\($0 / 10)\($0 % 10) سطر من كلام العمود" }
      page.append(Part(words: words, left: left, right: left + 170, top: 140))
    }
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    let columns = (0..<3).map { column -> [Int] in
      let headline = (0..<(column == 0 ? 4 : 3)).map { row in column * 100 + row }
      return headline + (0..<12).map { line in column * 1000 + 100 + line }
    }
    #expect(numbers == columns.flatMap(\.self))
  }

  @Test func `a table between columns of a text is read where it stands`() throws {
    func text(_ name: Int, _ top: Double) -> [Part] {
      [310.0, 30].enumerated().map { column, left in
        let words = (0..<6).map { "\(name)\(column)\($0) سطر من كلام العمود الذي يملؤه" }
        return Part(words: words, left: left, right: left + 260, top: top)
      }
    }
    var page = text(1, 50)
    // The middle one of three columns goes over the gap between those of the text.
    for row in 0..<4 {
      for (column, place) in [(500.0, 570.0), (310, 380), (30, 60)].enumerated() {
        let top = 160 + Double(row) * 20
        page.append(
          Part(words: ["9\(row)\(column)"], left: place.0, right: place.1, top: top))
      }
    }
    page += text(2, 260)
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    func lines(_ name: Int) -> [Int] { (0..<12).map { name * 100 + $0 / 6 * 10 + $0 % 6 } }
    let cells = (0..<12).map { 900 + $0 / 3 * 10 + $0 % 3 }
    #expect(numbers == lines(1) + cells + lines(2))
  }

  @Test func `lines above and below a table are none of its rows`() throws {
    var page = [Part(words: ["98 نهاية فقرة."], left: 400, right: 570, top: 10)]
    for index in 0..<10 {
      let lines = index % 2 == 0 ? 2 : 1
      page.append(cell(index, Array(repeating: "\(index) سطر من كلام الخانة", count: lines)))
      page[page.count - 1].top += index % 2 == 0 ? 0 : 7
    }
    page.append(Part(words: ["99 نهاية أخرى."], left: 400, right: 570, top: 360))
    page.insert(Part(words: ["97 نهاية قبلها."], left: 30, right: 200, top: -20), at: 0)
    let numbers = try read([page]).flatMap { $0.split(separator: " ") }.compactMap { Int($0) }
    #expect(numbers == [97, 98, 0, 0, 1, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 9, 99])
  }
}
