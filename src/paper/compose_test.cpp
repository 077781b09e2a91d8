#include "paper/compose.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "paper/writers.hpp"
#include "review/made_material.hpp"

using namespace bienban;
using namespace bienban::paper;

namespace {

using base::Lang;
using model::Theme;

const std::vector<model::Party> k_provinces = {"LA-HO/province", "VN-05/province"};

review::Review reviewed(const review::MadeMaterial& made, const review::Question& question = review::asked()) {
	return review::review(question, made.facts());
}

model::Result patrols(double value, std::string period, std::optional<model::About> about = std::nullopt) {
	return {.value = value,
	        .unit = "lượt người",
	        .theme = Theme::joint_patrol,
	        .by = review::k_commands,
	        .to = {},
	        .period = std::move(period),
	        .about = about};
}

/// A bit of everything, with a missing year, a conflict, a total that is not what its parts make.
review::MadeMaterial something() {
	review::MadeMaterial made;
	for (const int year : {2019, 2020, 2022}) {
		const std::string text = std::to_string(year);
		made.add(model::Meeting{.kind = model::MeetingKind::talks,
		                        .date = text + "-05-12",
		                        .place = "VN-05",
		                        .parties = review::k_commands,
		                        .chairs = {"Nguyễn Văn Một", "Khăm Hai"},
		                        .recurs = model::Recurs::annual,
		                        .ordinal = year - 2010},
		         text + "-05-13");
		made.add(model::Agreement{.act = model::Act::signed_,
		                          .instrument = model::Instrument::memorandum,
		                          .parties = review::k_commands,
		                          .signed_on = text + "-05-12",
		                          .term = std::to_string(year + 1)},
		         text + "-05-13", true);
		made.add(patrols(1'000 + year, text, model::About::over), text + "-12-01");
		made.add(model::Commitment{.parties = review::k_commands,
		                           .period = std::to_string(year + 1),
		                           .themes = {Theme::joint_patrol, Theme::drugs}},
		         text + "-05-13");
		made.add(model::Support{.item = "nhà ở",
		                        .value = 300'000'000.0 * (year - 2018),
		                        .unit = "VND",
		                        .giver = {"VN-05/military-command"},
		                        .receiver = {"LA-HO/military-command"},
		                        .period = text + "-05-12",
		                        .theme = Theme::aid,
		                        .about = std::nullopt,
		                        .worth = std::nullopt},
		         text + "-05-13");
	}
	made.add(patrols(9'000, "2019/2020"), "2021-02-01");
	made.add(model::Achievement{.parties = review::k_commands, .period = "2020", .themes = {Theme::joint_patrol}},
	         "2021-01-10");
	made.add(model::Achievement{.parties = k_provinces, .period = "2020", .themes = {Theme::friendship}}, "2021-01-10");
	made.add(
	    model::Visit{.from = "VN-05/province", .to = "LA-HO/province", .date = "2022-04-13", .head = "Trần Văn Ba"},
	    "2022-04-14");
	made.add(model::Twinning{.parties = {"VN-05/district/vân hồ", "LA-HO/district/xốp bau"}, .since = "2020-06-01"},
	         "2020-06-02");
	made.add(model::Activity{.kind = model::ActivityKind::patrol,
	                         .parties = review::k_commands,
	                         .date = "2020-03-05",
	                         .place = std::nullopt,
	                         .section = "460/462"},
	         "2020-03-06");
	made.tell_otherwise(model::Activity{.kind = model::ActivityKind::patrol,
	                                    .parties = review::k_commands,
	                                    .date = "2020-03-07",
	                                    .place = std::nullopt,
	                                    .section = "460/462"});
	made.disagree({"date"});
	return made;
}

/// All that a paper says, each with what it rests on.
class Walk {
public:
	using Visit = std::function<void(const std::string& words, const Backing& backing)>;

	Walk(const Paper& paper, Visit visit) : m_visit(std::move(visit)) {
		for (const Text* text : {&paper.head.superior, &paper.head.issuer, &paper.head.number,
		                         &paper.head.place_and_date, &paper.head.kind}) {
			say(*text);
		}
		for (const Text& text : paper.head.subject) say(text);
		for (const Text& text : paper.bases) say(text);
		for (const Block& block : paper.opening) walk(block);
		for (const Part& part : paper.parts) walk(part);
		for (const Signature& signature : paper.signatures) {
			for (const Text& text : signature.capacity) say(text);
			say(signature.name);
		}
		for (const Text& text : paper.receivers) say(text);
	}

private:
	Visit m_visit;

	void say(const Text& text) {
		if (!text.words.empty() || !text.backing.facts.empty()) m_visit(text.words, text.backing);
	}
	void walk(const Part& part) {
		CHECK_FALSE(part.heading.empty());
		for (const Block& block : part.blocks) walk(block);
		for (const Part& inner : part.parts) walk(inner);
	}
	void walk(const Block& block) {
		if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
			CHECK_FALSE(paragraph->sentences.empty());
			for (const Text& text : paragraph->sentences) say(text);
		} else if (const auto* bullets = std::get_if<Bullets>(&block)) {
			CHECK_FALSE(bullets->points.empty());
			for (const Paragraph& point : bullets->points) {
				for (const Text& text : point.sentences) say(text);
			}
		} else if (const auto* table = std::get_if<Table>(&block)) {
			walk(*table);
		} else {
			walk(std::get<Plot>(block));
		}
	}
	void walk(const Table& table) {
		const auto cells = std::ranges::count_if(
		    table.columns, [](const Column& column) { return column.kind != ColumnKind::sources; });
		CHECK_FALSE(table.id.empty());
		for (const Row& row : table.rows) {
			CHECK(row.cells.size() == static_cast<std::size_t>(cells));
			for (std::size_t i = 0; i < row.cells.size(); ++i) {
				const Cell& cell = row.cells[i];
				if (cell.words.empty()) {
					CHECK_FALSE(cell.number);
					CHECK(cell.backing.facts.empty());
					continue;
				}
				m_visit(cell.words, cell.backing);
				if (row.adds.empty() || !cell.number) continue;
				double sum = 0;
				for (const std::size_t added : row.adds) sum += table.rows[added].cells[i].number.value_or(0);
				CHECK(sum == *cell.number);
			}
		}
		say(table.more);
	}
	void walk(const Plot& plot) {
		CHECK_FALSE(plot.alternative.empty());
		if (const auto* timeline = std::get_if<Timeline>(&plot.drawing)) {
			for (const Lane& lane : timeline->lanes) {
				for (const Bar& bar : lane.bars) {
					CHECK(bar.first <= bar.last);
					m_visit(bar.label, bar.backing);
				}
				for (const Mark& mark : lane.marks) m_visit(mark.label, mark.backing);
			}
			return;
		}
		const auto& columns = std::get<Columns>(plot.drawing);
		for (const Columns::Series& series : columns.series) {
			CHECK(series.values.size() == columns.categories.size());
			CHECK(series.backings.size() == columns.categories.size());
			for (std::size_t i = 0; i < series.values.size(); ++i) {
				if (series.values[i]) m_visit(series.name, series.backings[i]);
			}
		}
	}
};

/// Every word rests on something, and no message is missing.
void check_backed(const Paper& paper) {
	Walk{paper, [&](const std::string& words, const Backing& backing) {
		     INFO(words);
		     CHECK((backing.to_fill || backing.of_register || !backing.facts.empty()));
		     CHECK(std::ranges::is_sorted(backing.facts));
		     CHECK(std::ranges::adjacent_find(backing.facts) == backing.facts.end());
		     CHECK((backing.facts.empty() || backing.facts.back() < paper.facts.size()));
		     CHECK(words.find("paper-") == std::string::npos);
		     CHECK(words.find("draft-") == std::string::npos);
		     CHECK(words.find('{') == std::string::npos);
		     CHECK(words.find("  ") == std::string::npos);
	     }};
	for (const FactNote& fact : paper.facts) {
		CHECK_FALSE(fact.id.empty());
		for (const Quote& quote : fact.quotes) CHECK(quote.source < paper.sources.size());
	}
}

std::string all_words(const Paper& paper) {
	std::string all;
	Walk{paper, [&](const std::string& words, const Backing&) { all.append(words).append("\n"); }};
	return all;
}

std::size_t count(const std::string& text, std::string_view words) {
	std::size_t found = 0;
	for (auto at = text.find(words); at != std::string::npos; at = text.find(words, at + words.size())) ++found;
	return found;
}

const Table* table(const std::vector<Part>& parts, std::string_view id) {
	for (const Part& part : parts) {
		for (const Block& block : part.blocks) {
			const auto* made = std::get_if<Table>(&block);
			if (made != nullptr && made->id == id) return made;
		}
		if (const Table* inner = table(part.parts, id)) return inner;
	}
	return nullptr;
}

}  // namespace

TEST_CASE("every sentence, cell and mark of a review rests on something") {
	const auto review = reviewed(something(), review::asked("2019", "2022"));
	for (const Lang lang : {Lang::vi, Lang::en}) check_backed(review_paper(review, lang, Length::whole));
}

TEST_CASE("every sentence, cell and mark of a draft rests on something") {
	const auto review = reviewed(something(), review::asked("2019", "2022"));
	for (const Draft kind : {Draft::minutes, Draft::memorandum, Draft::report, Draft::bulletin}) {
		for (const Lang lang : {Lang::vi, Lang::en}) {
			const auto paper = draft(review, {.kind = kind, .meeting = std::nullopt, .next_period = "2023/2025"}, lang);
			REQUIRE(paper.has_value());
			check_backed(*paper);
		}
	}
}

TEST_CASE("a review has its parts in a fixed order") {
	const auto review = reviewed(something());
	const Paper paper = review_paper(review, Lang::vi, Length::whole);
	std::vector<std::string> ids;
	for (const Part& part : paper.parts) ids.push_back(part.id);
	CHECK(ids == std::vector<std::string>{"basis", "contacts", "results", "support", "promised", "disputed", "next"});
	CHECK(json(paper) == json(review_paper(review, Lang::vi, Length::whole)));
}

TEST_CASE("a review says what documents do not tell, never that it was not done") {
	const std::string words =
	    all_words(review_paper(reviewed(something(), review::asked("2019", "2022")), Lang::vi, Length::whole));
	CHECK(words.find("Năm 2021 không có tài liệu nào trong sổ ghi nhận hội đàm thường niên giữa Bộ CHQS hai tỉnh") !=
	      std::string::npos);
	CHECK(words.find("Chưa tìm thấy báo cáo") != std::string::npos);
	CHECK(words.find("không thực hiện") == std::string::npos);
	CHECK(words.find("hơn 3.019") != std::string::npos);
	CHECK(words.find("cần đối chiếu lại") != std::string::npos);
}

TEST_CASE("a body is named in full where a review first speaks of it") {
	const std::string words = all_words(review_paper(reviewed(something()), Lang::vi, Length::whole));
	CHECK(count(words, "Bộ Chỉ huy Quân sự (CHQS)") == 1);
	CHECK(words.find("Bộ Chỉ huy Quân sự (CHQS)") < words.find("Bộ CHQS"));
}

TEST_CASE("a review without facts is short") {
	for (const Lang lang : {Lang::vi, Lang::en}) {
		const Paper paper = review_paper(reviewed(review::MadeMaterial{}), lang, Length::whole);
		check_backed(paper);
		CHECK(paper.facts.empty());
		for (const Part& part : paper.parts) {
			INFO(part.id);
			CHECK(part.parts.empty());
			REQUIRE(part.blocks.size() == 1);
			CHECK(std::get<Paragraph>(part.blocks.front()).sentences.size() == 1);
		}
	}
}

/// So many gifts in one year.
review::MadeMaterial gifts(int number) {
	review::MadeMaterial made;
	for (int i = 0; i < number; ++i) {
		made.add(model::Support{.item = "tấn gạo",
		                        .value = 1.0 + i,
		                        .unit = std::nullopt,
		                        .giver = {"VN-05/province"},
		                        .receiver = {"LA-HO/province"},
		                        .period = "2020",
		                        .theme = Theme::aid,
		                        .about = std::nullopt,
		                        .worth = std::nullopt},
		         "2020-12-31");
	}
	return made;
}

TEST_CASE("a long list shows its first lines and says how many more there are") {
	const Paper paper = review_paper(reviewed(gifts(300)), Lang::vi, Length::whole);
	const Table* ledger = table(paper.parts, "support-given");
	REQUIRE(ledger != nullptr);
	CHECK(ledger->rows.size() == 300);
	CHECK(ledger->shown == 25);
	CHECK(ledger->more.words == "Còn 275 dòng khác, xem bảng tính kèm theo.");
	check_backed(paper);
}

TEST_CASE("a page of thousands of facts names the first of each sum and says that there are others") {
	const auto review = reviewed(gifts(3500));
	const Paper whole = review_paper(review, Lang::vi, Length::whole);
	const Paper page = review_paper(review, Lang::vi, Length::page);
	CHECK(whole.facts.size() == 3500);
	CHECK(page.facts.size() < 100);
	check_backed(page);
	const Table* ledger = table(page.parts, "support-given");
	REQUIRE(ledger != nullptr);
	CHECK(ledger->rows.size() == 25);
	CHECK(ledger->more.words == table(whole.parts, "support-given")->more.words);
	CHECK(all_words(page).find("3.500") != std::string::npos);
	CHECK(html(page).find("và các tài liệu khác") != std::string::npos);
	CHECK(html(whole).find("và các tài liệu khác") == std::string::npos);
}

TEST_CASE("a review of one side with many has a line for each partner") {
	auto question = review::asked("2019", "2022");
	question.with.push_back({.party = "LA-LP", .past = {}});
	const Paper paper = review_paper(reviewed(something(), question), Lang::vi, Length::whole);
	check_backed(paper);
	const Table* partners = table(paper.parts, "contacts-partners");
	REQUIRE(partners != nullptr);
	CHECK(partners->rows.size() == 2);
	CHECK(table(paper.parts, "support-partners") != nullptr);
}

TEST_CASE("a paper of two states has no motto of one, and two signatures") {
	const auto review = reviewed(something());
	const auto paper =
	    draft(review, {.kind = Draft::memorandum, .meeting = std::nullopt, .next_period = "2023"}, Lang::vi);
	REQUIRE(paper.has_value());
	CHECK_FALSE(paper->head.state_motto);
	CHECK(paper->signatures.size() == 2);
	CHECK(paper->head.kind.words == "BIÊN BẢN GHI NHỚ");
	CHECK(paper->references == References::footnotes);
	const auto bare = draft(review, {.kind = Draft::minutes, .sources = false}, Lang::vi);
	CHECK(bare->references == References::none);
}

TEST_CASE("a bulletin tells of the asked meeting, else of the last one") {
	const auto review = reviewed(something());
	const auto last = draft(review, {.kind = Draft::bulletin}, Lang::vi);
	REQUIRE(last.has_value());
	CHECK(last->title == "Hội đàm thường niên lần thứ 12 giữa Bộ CHQS hai tỉnh");
	const auto words = all_words(*last);
	CHECK(words.find("Ngày 12/05/2022, tại tỉnh Sơn La đã diễn ra hội đàm thường niên lần thứ 12") !=
	      std::string::npos);
	CHECK(words.find("đồng chủ trì") != std::string::npos);
	CHECK(words.find("hai bên đã ký Biên bản ghi nhớ năm 2023") != std::string::npos);
	const auto none = draft(reviewed(review::MadeMaterial{}), {.kind = Draft::bulletin}, Lang::vi);
	REQUIRE_FALSE(none.has_value());
	CHECK(none.error().message == "draft-no-meeting");
}
