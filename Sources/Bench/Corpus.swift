/// Stories and units of any number, written for our program and for Hugo.
struct Corpus {
  var stories: Int
  var units: Int

  func unitID(_ number: Int) -> String { number == 0 ? "so-mau" : "truong-\(number)" }

  func unitName(_ number: Int) -> String {
    number == 0 ? "Sở Giáo dục và Đào tạo Mẫu" : "Trường THPT Minh họa \(number)"
  }

  // MARK: Our content folder

  func writeContent(to root: String) throws(BenchError) {
    try Files.makeFolder("\(root)/campaigns/doi-moi")
    for year in 2021...2025 { try Files.makeFolder("\(root)/stories/\(year)") }
    try Files.write("\(root)/site.yaml", siteYAML)
    try Files.write("\(root)/units.csv", unitsCSV)
    try Files.write("\(root)/campaigns/doi-moi/campaign.md", campaign)
    try Files.write("\(root)/campaigns/doi-moi/targets.csv", targetsCSV)
    try Files.write("\(root)/campaigns/doi-moi/results.csv", resultsCSV)
    for number in 0..<stories {
      let story = Story(number: number, units: units)
      try Files.write("\(root)/stories/\(story.year)/\(story.slug).md", text(of: story))
    }
  }

  /// Without share cards: ten thousand pictures would hide all else, and Hugo paints none.
  private var siteYAML: String {
    """
    title: "Nêu gương – kho mẫu đo tốc độ"
    tagline: "Dữ liệu sinh tự động"
    baseURL: "https://vi-du.edu.vn/"
    language: vi
    storyPDF: false
    publisher: so-mau
    description: "Kho bài mẫu dùng để đo tốc độ, mọi tên và số liệu đều là hư cấu."
    notice: "Dữ liệu minh họa"
    reportDate: 2025-12-01
    shareCards: false

    """
  }

  private var unitsCSV: String {
    var text = "id,name,short_name,kind,level,parent,professional_parent,place,code,sample\n"
    text += "so-mau,\(unitName(0)),Sở Mẫu,so,,,,Mẫu,SGDĐT,true\n"
    for number in 1..<max(units, 1) {
      text += "\(unitID(number)),\(unitName(number)),THPT Minh họa \(number),truong,thpt,"
      text += "so-mau,so-mau,Mẫu,THPTMH\(number),true\n"
    }
    return text
  }

  private var campaign: String {
    """
    ---
    title: "Phong trào thi đua đổi mới, sáng tạo trong dạy và học"
    short_title: "Đổi mới, sáng tạo"
    kind: chuyen-de
    origin: nganh
    owner: so-mau
    period: "2021-2025"
    theme: "Đổi mới, sáng tạo trong dạy và học"
    motto: "Dạy tốt – Học tốt"
    track: four-stages
    sample: true
    ---
    ## I. Mục đích, yêu cầu

    Phong trào nhằm khơi dậy tinh thần đổi mới, sáng tạo của nhà giáo và người học.

    ## II. Nội dung thi đua

    - Đổi mới phương pháp dạy học;
    - Xây dựng kho học liệu dùng chung;
    - Giúp đỡ học sinh có hoàn cảnh khó khăn.

    """
  }

  private static let targetCount = 6

  private var targetsCSV: String {
    var text = "id,verbatim,name,comparator,value,unit_of_measure,window,deadline\n"
    for number in 1...Self.targetCount {
      let value = 70 + number * 4
      text += "ct-\(number),\"Phấn đấu có ít nhất \(value)% nội dung \(number) được thực hiện\","
      text += "Nội dung \(number),atLeast,\(value),%,atDate,31/12/2025\n"
    }
    return text
  }

  private var resultsCSV: String {
    var text = "target,unit,period,numerator,denominator,as_of,status\n"
    for unit in 1..<max(units, 2) where unit < units {
      var random = Random(seed: 0x6B71 &+ UInt64(unit))
      for number in 1...Self.targetCount {
        let all = random.within(40...900)
        let reached = all * random.within(60...100) / 100
        text += "ct-\(number),\(unitID(unit)),2025,\(reached),\(all),30/11/2025,confirmed\n"
      }
    }
    return text
  }

  private func text(of story: Story) -> String {
    """
    ---
    title: "\(story.title)"
    date: \(story.date)
    author: "\(story.author)"
    summary: "\(story.summary)"
    unit: \(unitID(story.unit))
    campaign: doi-moi
    kind: tap-the
    tags: [\(story.tags.joined(separator: ", "))]
    sample: true
    ---
    \(story.body)
    """
  }
}
