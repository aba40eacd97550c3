import ArabicText
import TestSupport
import Testing

@testable import Documents

/// Lines and pages become paragraphs.
struct PDFPagesTests {
  private func paragraphs(_ text: String) -> [(words: String, pages: [Int])] {
    PDFPages(Array(text.utf8)).paragraphs.map {
      (String(String.UnicodeScalarView($0.words)), $0.pages)
    }
  }

  private static let long = "هذا سطر طويل يملأ عرض الصفحة كله من أولها إلى آخرها"

  @Test func `a line that fills the page goes on in the next one, also over pages`() {
    let found = paragraphs(
      "\(Self.long)\nثم ينتهي هنا.\n\nفقرة\n\(Self.long)\n\u{0C}بقية الكلام.\n\u{0C}")
    #expect(
      found.map(\.words) == ["\(Self.long) ثم ينتهي هنا.", "فقرة", "\(Self.long) بقية الكلام."])
    #expect(found.flatMap(\.pages) == [1, 2])
  }

  @Test func `a line that ends with a double vowel is whole, and no line before it goes on in it`()
  {
    let lines = "سلامي لـ«الواحة»: إن دخلتم\nأرضنا برا ً\n"
    #expect(paragraphs(lines).map(\.words) == ["سلامي لـ«الواحة»: إن دخلتم أرضنا براً"])
  }

  @Test func `each item of a numbered list is a paragraph, and no other number begins one`() {
    let items = [
      "1. \(Self.long)؛", "2. \(Self.long)؛", "بقية البند الثاني هنا", "3- \(Self.long)؛",
    ]
    #expect(
      paragraphs("وقرر المجلس:\n" + items.joined(separator: "\n")).map(\.words)
        == ["وقرر المجلس:", items[0], items[1] + " " + items[2], items[3]])
    #expect(paragraphs("\(Self.long)\n12. ثم ينتهي هنا.").map(\.words).count == 1)
  }

  @Test func `a line of contents that dots lead to its page is whole`() {
    let lines = [("المقدمة", 3), ("الماء في المدن والقرى", 14)].map { title, page in
      title + String(repeating: " .", count: 24 - title.count / 2) + " \(page)"
    }
    #expect(
      paragraphs(lines.joined(separator: "\n") + "\n\u{0C}المقدمة\n\(Self.long)").map(\.words)
        == lines + ["المقدمة", Self.long])
  }

  @Test func `running heads and page numbers are left out`() {
    let pages = (1...4).map { page in
      "تقرير سنوي\n\nأول كلام الصفحة رقم \(page) هنا.\nثانيه.\nثالثه.\nرابعه رقم \(page * 7) أخيرا.\n\nصفحة \(page)\n\u{0C}"
    }
    let words = paragraphs(pages.joined()).map(\.words)
    #expect(!words.contains { $0.hasPrefix("تقرير") || $0.hasPrefix("صفحة") })
    #expect(words.contains("ثالثه."))
  }

  @Test(arguments: ["", "\nصفحة #"])
  func `a text that is printed on every page is no running head`(foot: String) {
    let statement = (1...6).map { "سطر \($0) من البيان نفسه." }.joined(separator: "\n")
    let pages = (1...3).map { statement + foot.replacing("#", with: "\($0)") + "\n\u{0C}" }
    let words = paragraphs(pages.joined()).map(\.words).joined(separator: " ")
    #expect(
      words
        == Array(repeating: statement.replacing("\n", with: " "), count: 3).joined(separator: " "))
  }

  @Test func `a sentence that begins every page is no running head`() {
    let lead = "أعلنت وزارة الري في القاهرة أن العمل يبدأ غدا."
    let pages = ["أ", "ب", "ج"].map { "تقرير\n\(lead)\nكلام الصفحة \($0).\nثانيه.\nثالثه.\n\u{0C}" }
    let words = paragraphs(pages.joined()).map(\.words).joined(separator: " ")
    #expect(words.split(separator: lead, omittingEmptySubsequences: false).count == 4)
    #expect(!words.contains("تقرير"))
  }

  @Test func `what stands in the middle of a page is no running foot`() {
    let pages = ["أ", "ب", "ج"].map { page in
      ["تقرير", "أول \(page).", "ثان \(page).", "ثالث \(page).", "المتحدث الرسمي"]
        .map { Array($0.unicodeScalars) }
    }
    #expect(PDFHeads(in: pages, nil).places == [[0, 4], [0, 4], [0, 4]])
    let above = PDFHeads(in: pages, Array(repeating: .init(head: 1, foot: 0), count: 3))
    #expect(above.places == [[0], [0], [0]])
  }

  @Test func `heads of left and right pages are left out, and the number beside them`() {
    let pages = (1...4).map { page in
      [
        page % 2 == 0 ? "نشرة الواحة" : "العدد السابع", "أول \(["أ", "ب", "ج", "د"][page - 1]).",
        "ثان \(["هـ", "و", "ز", "ح"][page - 1]).", "ثالث \(["ط", "ي", "ك", "ل"][page - 1]).",
        "\(page)",
      ]
      .map { Array($0.unicodeScalars) }
    }
    let heads = PDFHeads(in: pages, Array(repeating: .init(head: 2, foot: 0), count: 4))
    #expect(heads.places == Array(repeating: [0, 4], count: 4))
    // What is no band of its own is text.
    let none = PDFHeads(in: pages, Array(repeating: .init(head: 0, foot: 0), count: 4))
    #expect(none.places == Array(repeating: [], count: 4))
  }

  @Test func `a range of numbers that is cut behind its hyphen is whole again`() {
    let words = paragraphs("\(Self.long) عن عام 2024-\n2025 وفق البيان.\n\u{0C}").map(\.words)
    #expect(words == ["\(Self.long) عن عام 2024-2025 وفق البيان."])
  }

  @Test func `whatever the program writes is a text or is refused with a message`() throws {
    let page =
      "\u{202B}قال \u{202A}..حزب\u{202C} اإلنتاجية وحل المشكالت ي ة\u{202C}\n\(Self.long)\n- 3 -\n\u{0C}"
    let whole = Array(String(repeating: page + "\u{202B}تقرير\u{202C}\n", count: 4).utf8)
    var read = 0
    for seed in Fuzz.seeds(200) {
      var generator = SeededGenerator(seed: UInt64(seed))
      do throws(DocumentError) {
        let text = try PDFDocument.text(of: generator.mutated(whole), "a.pdf").document(name: "a")
        for page in text.structure?.pages ?? [] { #expect(page.start <= text.text.end) }
        read += 1
      } catch {
        #expect(error == .scanned("a.pdf"), "seed \(seed)")
      }
    }
    #expect(read > 100)
  }

  @Test func `a page of nothing but a head keeps it`() {
    let pages = String(repeating: "كلام.\n\u{0C}", count: 3)
    #expect(paragraphs(pages).map(\.words) == ["كلام. كلام. كلام."])
  }
}

/// What cannot be right is told.
struct PDFCheckTests {
  private func check(_ text: String) -> PDFCheck {
    PDFCheck(pages: [text.split(separator: "\n").map { Array($0.unicodeScalars) }])
  }

  private static let good =
    "قال وزير الخارجية في مؤتمر صحفي عقده يوم الثلاثاء إن بلاده تدعم جهود الأمم المتحدة من أجل السلام والاستقرار"

  @Test func `good news is told nothing of`() { #expect(check(Self.good).warnings == []) }

  @Test func `vowel signs all over a text are told to be unsure`() {
    let vowelled = String(Self.good.map { $0 == " " ? [$0] : [$0, "\u{64E}"] }.joined())
    #expect(check(vowelled).warnings == [.unsureTashkeel])
  }

  @Test
  func `vowel signs on the words of a line of a long text are told, on letters here and there not`()
  {
    let text = Array(repeating: Self.good, count: 10).joined(separator: "\n")
    let line = "المَ دْرَ سَةِ باكِ رًا الوَلَدُ إِلى القِراءَةِ وَكانَ الجَوُّ بارِدًا"
    #expect(check(text + "\n" + line).warnings == [.unsureTashkeel])
    let few = "شكرًا جزيلًا عمومًا مهمًّا قويًّا وُلد كُتب جدًّا حاليًّا"
    #expect(check(text + "\n" + few).warnings == [])
  }

  @Test func `letters with a wrong text behind them`() {
    // Each letter stands for the next one of a turned alphabet.
    let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي".unicodeScalars)
    let wrong = String(
      String.UnicodeScalarView(
        Self.good.unicodeScalars.map { scalar in
          letters.firstIndex(of: scalar).map { letters[($0 + 11) % letters.count] } ?? scalar
        }))
    #expect(check(wrong).warnings == [.brokenLetters])
    // One text behind all signs.
    let same = String(repeating: "الض\n9\n", count: 11)
    #expect(check(same).warnings == [.brokenLetters])
    #expect(check("Ԕΰ ఀඥ੒ Ĭࠒۉ ࠒഀඥ੒ ఀඥ੒").warnings == [.brokenLetters])
  }

  @Test func `words of Persian are no wrong ones`() {
    let persian =
      "نگهداشتن چنین پژوهشگاهی دشوارتر گردیده چراکه پشتیبانی کافی نمی‌گیرد و کسی پاسخگوی پیگیری‌ها نیست"
    #expect(check(persian).warnings == [])
  }

  @Test func `letters in the order in which they are seen`() {
    let seen = String(String.UnicodeScalarView(Self.good.unicodeScalars.reversed()))
    #expect(check(seen).warnings == [.reversed])
  }

  @Test func `pages that are pictures`() {
    #expect(check("1").isScanned)
    #expect(!check(Self.good).isScanned)
  }
}
