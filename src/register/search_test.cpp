#include "register/search.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "register/search_words.hpp"
#include "register/sqlite_open.hpp"

using namespace bienban;
using namespace bienban::registry;

namespace {

std::vector<std::string> spellings(std::string_view words) {
	if (words == "hua phan" || words == "houaphan") return {"Houaphan", "Hủa Phăn"};
	return {};
}

class Texts {
public:
	explicit Texts(const std::vector<std::string>& texts) : m_store(scratch_store()) {
		m_store->begin();
		for (const std::string& text : texts) {
			++m_last;
			m_store->put_document({.id = m_last, .title = "Title " + std::to_string(m_last)});
			m_store->put_text(m_last, std::to_string(m_last), text);
			m_store->index_text(m_last, text);
		}
		m_store->commit();
	}

	Store& store() { return *m_store; }

	SearchResult find(std::string_view asked, const PageOf& page = {}) {
		auto result = search(*m_store, asked, spellings, page);
		REQUIRE(result);
		return std::move(*result);
	}

	/// The documents found, sorted.
	std::vector<std::int64_t> documents(std::string_view asked) {
		std::vector<std::int64_t> documents;
		for (const SearchHit& hit : find(asked).hits) documents.push_back(hit.document);
		std::ranges::sort(documents);
		return documents;
	}

	std::string error(std::string_view asked) {
		const auto result = search(*m_store, asked, spellings, {});
		return result ? "" : result.error().message;
	}

private:
	std::unique_ptr<Store> m_store;
	std::int64_t m_last = 0;
};

using Documents = std::vector<std::int64_t>;

std::vector<std::string> marked(const SearchHit& hit) {
	std::vector<std::string> words;
	for (const base::Span span : hit.words) words.push_back(hit.sentence.substr(span.begin.value, span.size()));
	return words;
}

}  // namespace

TEST_CASE("words without marks find words with any marks, đ and d alike") {
	Texts texts({"Đoàn đại biểu tỉnh.", "doan dai bieu", "đoán đai biêu", "không"});
	CHECK(texts.documents("doan dai bieu") == Documents{1, 2, 3});
	CHECK(texts.documents("DOAN") == Documents{1, 2, 3});
}

TEST_CASE("a word with marks finds only itself, in both styles") {
	Texts texts({"Hoà bình", "hòa bình", "họa bình", "Hoa Binh", "HÒA BÌNH"});
	CHECK(texts.documents("hoà") == Documents{1, 2, 5});
	CHECK(texts.documents("Hòa binh") == Documents{1, 2, 5});
	CHECK(texts.documents("hoa bình") == Documents{1, 2, 3, 5});
}

TEST_CASE("a place is found in its other spellings") {
	Texts texts({"tỉnh Hủa Phăn", "tỉnh Houaphan (Lào)", "hứa phần", "hua và phan", "Luông Nậm Thà"});
	CHECK(texts.documents("hua phan") == Documents{1, 2, 3});
	CHECK(texts.documents("tinh houaphan") == Documents{1, 2});
	CHECK(texts.documents("Hủa Phăn") == Documents{1});
	CHECK(texts.documents("\"hua phan\"") == Documents{1, 3});
}

TEST_CASE("words in quotes stand together") {
	Texts texts({"tuần tra song phương", "tuần này tra cứu", "song phương tuần tra"});
	CHECK(texts.documents("\"tuan tra\"") == Documents{1, 3});
	CHECK(texts.documents("“tuan tra song”") == Documents{1});
	CHECK(texts.documents("tuan tra") == Documents{1, 2, 3});
	CHECK(texts.documents("\"song phuong\" tuan") == Documents{1, 3});
	CHECK(texts.documents("\"tuan tra song") == Documents{1});
}

TEST_CASE("texts with all words together come first") {
	Texts texts({"tra một lần, tuần sau nữa, tuần tới nữa", "ngày kia hai bên đi xa rồi tuần tra", "tuần, rồi tra"});
	const auto hits = texts.find("tuan tra").hits;
	REQUIRE(hits.size() == 3);
	CHECK(hits[0].document == 2);
	CHECK(hits[0].rank > 1);
	CHECK(hits[1].rank < 1);
}

TEST_CASE("a hit shows its sentence with the words, and where that stands") {
	Texts texts({"Đầu đề\nSáng 5-6, hai bên họp.  Tại đó,  tỉnh Hủa Phăn đã ký. Xong."});
	const auto hits = texts.find("hua phan").hits;
	REQUIRE(hits.size() == 1);
	CHECK(hits[0].sentence == "Tại đó, tỉnh Hủa Phăn đã ký.");
	CHECK(marked(hits[0]) == std::vector<std::string>{"Hủa Phăn"});
	CHECK(hits[0].begin.value == 31);
	CHECK(hits[0].end.value == 60);
	CHECK(hits[0].title == "Title 1");
	CHECK(hits[0].records.empty());
}

TEST_CASE("a hit names the records of its sentence") {
	Texts texts({"Một hai. Ba bốn. Năm."});
	auto& store = texts.store();
	store.put_record({.id = record_id(1, 0), .signature = 1, .begin = 0, .end = 7});
	store.put_record({.id = record_id(1, 1), .signature = 1, .begin = 9, .end = 15});
	store.put_record({.id = record_id(1, 2), .signature = 1, .begin = 9, .end = 15, .gone = 3});
	CHECK(texts.find("bon").hits.front().records == std::vector<RecordId>{record_id(1, 1)});
}

TEST_CASE("the sentence with most of the words is shown") {
	Texts texts({"Hai bên họp. Lào mừng. Việt Nam và Lào cùng họp. Họp xong."});
	CHECK(texts.find("hop lao viet").hits.front().sentence == "Việt Nam và Lào cùng họp.");
	CHECK(marked(texts.find("hop lao viet").hits.front()) == std::vector<std::string>{"Việt", "Lào", "họp"});
}

TEST_CASE("an endless sentence is cut around the hit") {
	std::string text;
	for (int i = 0; i < 5000; ++i) text += "đi mãi ";
	Texts texts({text + "đích " + text});
	const auto hits = texts.find("dich").hits;
	REQUIRE(hits.size() == 1);
	CHECK(hits[0].sentence.size() <= 700);
	CHECK(marked(hits[0]) == std::vector<std::string>{"đích"});
}

TEST_CASE("pages follow one another without gaps") {
	std::vector<std::string> all(25, "họp");
	Texts texts(all);
	std::vector<std::int64_t> documents;
	for (std::size_t page = 0; page < 3; ++page) {
		const auto result = texts.find("hop", {.limit = 10, .offset = page * 10});
		CHECK(result.more == (page < 2));
		CHECK_FALSE(result.newest_only);
		for (const SearchHit& hit : result.hits) documents.push_back(hit.document);
	}
	CHECK(documents.size() == 25);
	CHECK(std::ranges::is_sorted(documents, std::greater{}));  // all alike: the newest first
	CHECK(texts.find("hop", {.limit = 10, .offset = 100}).hits.empty());
}

TEST_CASE("a question without a word, too long or not UTF-8 is refused") {
	Texts texts({"họp"});
	CHECK(texts.error("") == "search-no-word");
	CHECK(texts.error("\"\" * ( ) : ^ -") == "search-no-word");
	CHECK(texts.error("\xff\xfe") == "search-encoding");
	CHECK(texts.error(std::string(10'000, 'a')) == "search-too-long");
	std::string words;
	for (int i = 0; i < 30; ++i) words += "a ";
	CHECK(texts.error(words) == "search-too-long");
}

TEST_CASE("the signs of the database's own language mean nothing") {
	Texts texts({"họp NEAR và AND or not", "họp"});
	for (const char* asked : {"hop*", "hop AND", "NEAR(hop)", "text:hop", "hop OR", "^hop", "hop\"", "-hop",
	                          "hop; DROP", "'hop'", "{hop}", "hop + +", "\"hop\" \"\"", "(((hop"}) {
		CAPTURE(asked);
		CHECK(texts.error(asked).empty());
	}
	CHECK(texts.documents("hop AND") == Documents{1});
	CHECK(texts.documents("hop*") == Documents{1, 2});
}

TEST_CASE("a question for lists has all words, marks not looked at") {
	const auto query = search_query("Sơn \"La cũ\" hua phan", spellings);
	REQUIRE(query);
	CHECK(*query == "(\"son\") AND (\"la cu\") AND (\"hua phan\" OR \"houaphan\")");
	CHECK(search_query("", spellings).error().message == "search-no-word");
	CHECK(search_query("họp", {}).value() == "(\"hop\")");
}
