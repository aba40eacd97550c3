import ArabicAnalysis
import ArabicText
import Testing

/// Where reported content ends, where the sentence goes on.
@Suite struct ContentEndTests {
  private func contents(_ string: String) -> [String] {
    let document = Document(string)
    return Analyzer(tagger: nil).analyze(document).quotations.filter { $0.kind.isSpeech }.map {
      quotation in
      quotation.content.map { document.text.string(in: $0) }.joined(separator: " … ")
    }
  }

  @Test(arguments: [
    ("تقول الرسالة إن لدى الرجل أموالا كثيرة، وتعطيه الإذن بالسفر.", "لدى الرجل أموالا كثيرة"),
    ("قالت ليلى الحداد إن المشروع كبير، ووقعت اتفاقا مع الشركة.", "المشروع كبير"),
    ("تقول الحكومة إن المصنع يعمل ليل نهار، وتطالب السكان بالصبر.", "المصنع يعمل ليل نهار"),
    ("يقول التقرير إن الشركة خسرت المال، ويتضمن أسماء مديريها.", "الشركة خسرت المال"),
  ])
  func `a verb that agrees with the source and with nothing reported ends the content`(
    text: String, expected: String
  ) {
    #expect(contents(text) == [expected])
  }

  @Test(arguments: [
    "الشركة تعمل في البلاد منذ عام، وتشغل ألف عامل", "البلاد تتقدم، وتعطي الأولوية للتعليم",
    "الجهود تتواصل، وتعطي ثمارها", "الشركة كبيرة، وتملك مصانع كثيرة",
  ])
  func `clauses joined inside the content stay inside`(content: String) {
    #expect(contents("وتقول ليلى الحداد إن \(content).") == [content])
    #expect(contents("وقال سامر قبلاوي إن \(content).") == [content])
  }

  @Test func `another speaker behind a comma ends the content`() {
    #expect(
      contents("في حين يقول خبراء إن الأسعار سترتفع، تقول ليلى الحداد إن الوضع مستقر.") == [
        "الأسعار سترتفع", "الوضع مستقر",
      ])
  }

  @Test(arguments: [
    "، وهو ما أثار استغراب الأهالي", "، الأمر الذي دفع الأهالي إلى الاحتجاج",
    "، لكنه لم يحدد يوما لذلك", "، من دون أن يكشف عن الكلفة", "، وصفق له العمال طويلا",
    "، خلال مؤتمر صحفي عقده في وهران", "، وسرعان ما وصل الخبر إلى القرية",
  ])
  func `what came of it and how it was said ends the content`(rest: String) {
    #expect(
      contents("قال مدير المصنع إن الآلات ستعود إلى العمل\(rest).") == ["الآلات ستعود إلى العمل"])
  }

  @Test func `what came of what is told stays inside without a comma`() {
    #expect(
      contents("قال الطبيب إن الطفل تحرك وهو ما أثار دهشة الجميع.") == [
        "الطفل تحرك وهو ما أثار دهشة الجميع"
      ])
  }

  @Test func `by whom something is called so is no part of the words`() {
    #expect(contents("وُصف الهجوم بأنه «عمل جبان» من قبل مراقبين.") == ["عمل جبان"])
  }

  @Test func `one marked word behind a verb and a colon is said`() {
    #expect(contents("قالت ليلى الحداد: «سنعود».") == ["سنعود"])
  }
}
