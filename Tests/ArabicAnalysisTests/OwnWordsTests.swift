import ArabicAnalysis
import ArabicText
import Testing

/// What somebody says of himself without marks, and who goes on to speak.
@Suite struct OwnWordsTests {
  /// The contents of what is said, and after a stroke who says it.
  private func reports(_ string: String) -> [String] {
    let document = Document(string)
    let analysis = Analyzer(tagger: nil).analyze(document)
    return analysis.quotations.filter { $0.kind.isSpeech }.map { quotation in
      let content = quotation.content.map { document.text.string(in: $0) }.joined(separator: " … ")
      let speaker = quotation.speaker.flatMap { id in analysis.entities.first { $0.id == id } }
      return "\(content) | \(speaker?.canonical ?? "-")"
    }
  }

  @Test func `behind the colon of any sentence they go on to the end of the paragraph`() {
    #expect(
      reports(
        "وامتدح نبيل الحوراني مدربيه: هي ثلاثة أساليب، وأعتقد أنها علمتني الكثير. كنت صغيرا يومها.")
        == [
          "هي ثلاثة أساليب، وأعتقد أنها علمتني الكثير. كنت صغيرا يومها | نبيل الحوراني"
        ])
  }

  @Test func `what all wish for does not end them`() {
    #expect(
      reports("وقال نبيل الحوراني: كنت أريد الفوز، وهو ما يتمناه أي لاعب، ثم جاءت الكأس.") == [
        "كنت أريد الفوز، وهو ما يتمناه أي لاعب، ثم جاءت الكأس | نبيل الحوراني"
      ])
  }

  @Test func `a list behind a colon is nobody's words`() {
    #expect(reports("وضمت القائمة أسماء كثيرة: نبيل الحوراني وسلمى الخطيب ونديم الحداد.") == [])
  }

  @Test func `a country whose headline says we speaks`() {
    #expect(
      reports("كرواتيا: إرسال السلاح أمر جنوني ونعارضه") == [
        "إرسال السلاح أمر جنوني ونعارضه | كرواتيا"
      ])
  }

  @Test(arguments: ["فرنسا", "تونس"])
  func `who reports what is no quotation in the sentence before goes on to speak`(state: String) {
    let verb = state == "فرنسا" ? "أعربت" : "وأعربت"
    #expect(
      reports("أعلنت روسيا أن القمر انطلق. \(verb) \(state) عن قلقها. وأشارت إلى أن الموعد قريب.")
        == [
          "القمر انطلق | روسيا", "الموعد قريب | \(state)",
        ])
  }

  @Test func `what a noun was called, without who called it so, has no speaker`() {
    #expect(
      reports("قال الوزير إن السوق جيدة. ووقع القادة اتفاقا وصف بأنه كارثة للجميع.") == [
        "السوق جيدة | الوزير", "كارثة للجميع | -",
      ])
  }

  @Test func `an office that reports what is no quotation goes on to speak in the next paragraph`()
  {
    #expect(
      reports(
        "قال مصدر طبي إن الجرحى كثر.\nوشدد رئيس الحركة على ضرورة الضغط.\nكما أكد أن الطريق طويل.")
        == [
          "الجرحى كثر | مصدر طبي", "الطريق طويل | رئيس الحركة",
        ])
  }

  @Test func `the latter is who was named last`() {
    #expect(
      reports("قال نبيل الحوراني إنه التقى الوزير سامر الخطيب، إذ أكد الأخير أن العمل بدأ.").last
        == "العمل بدأ | سامر الخطيب")
  }
}
