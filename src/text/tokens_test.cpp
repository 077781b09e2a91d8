#include "text/tokens.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace bienban;

namespace {

std::vector<text::Token> tokens_of(std::string_view words, const text::Vocabulary& vocabulary) {
	std::vector<text::Token> tokens;
	text::tokenize(words, {base::ByteOffset{0}, base::ByteOffset{words.size()}}, vocabulary, tokens);
	return tokens;
}

std::vector<std::string> sentences_of(std::string_view words) {
	const text::Vocabulary vocabulary;
	const auto tokens = tokens_of(words, vocabulary);
	std::vector<text::Sentence> sentences;
	text::split_sentences(tokens, words, 0, static_cast<std::uint32_t>(tokens.size()), 0, sentences);
	std::vector<std::string> out;
	for (const auto& s : sentences)
		out.emplace_back(words.substr(tokens[s.begin].begin, tokens[s.end - 1].end - tokens[s.begin].begin));
	return out;
}

}  // namespace

TEST_CASE("both styles of tone marks, i and y, and every case are one syllable") {
	CHECK(text::fold_syllable("HOÀ") == "hòa");
	CHECK(text::fold_syllable("Thuý") == "thúy");
	CHECK(text::fold_syllable("kỷ") == "kỉ");
	CHECK(text::fold_syllable("quý") == "quý");
	text::Vocabulary vocabulary;
	const auto id = vocabulary.add("hòa");
	for (const auto* form : {"hòa", "hoà", "Hòa", "Hoà"}) CHECK(vocabulary.find(form) == id);
	CHECK(vocabulary.find("hóa") == 0);
	CHECK(tokens_of("HOÀ BÌNH", vocabulary)[0].id == id);
}

TEST_CASE("a syllable longer than sixteen bytes is in no table and does no harm") {
	text::Vocabulary vocabulary;
	CHECK(vocabulary.find("aaaaaaaaaaaaaaaaaaaaaaaa") == 0);
	vocabulary.add("Sạvẳnnạkhệtxạvẳnnạkhệt");
	CHECK(vocabulary.find("Sạvẳnnạkhệtxạvẳnnạkhệt") == 0);
}

TEST_CASE("syllables of every length are told apart, inside a text and at its end") {
	text::Vocabulary vocabulary;
	const std::string letters = "abcdefghklmnopqr";
	std::vector<text::SyllableId> ids;
	for (std::size_t size = 1; size <= letters.size(); ++size) ids.push_back(vocabulary.add(letters.substr(0, size)));
	for (std::size_t size = 1; size <= letters.size(); ++size) {
		const auto word = letters.substr(0, size);
		CAPTURE(word);
		CHECK(vocabulary.find(word) == ids[size - 1]);
		auto words = word;
		words.append(" ").append(word);
		const auto tokens = tokens_of(words, vocabulary);
		REQUIRE(tokens.size() == 2);
		CHECK(tokens[0].id == ids[size - 1]);
		CHECK(tokens[1].id == ids[size - 1]);
	}
	CHECK(vocabulary.find("abd") == 0);
	CHECK(vocabulary.find("abcdefghklmnopqs") == 0);
}

TEST_CASE("numbers keep their separators, marks fold to ASCII, units part from digits") {
	const text::Vocabulary vocabulary;
	const std::string_view words = "1.234 – 12,5kg “G5” 28/4…";
	const auto tokens = tokens_of(words, vocabulary);
	REQUIRE(tokens.size() == 11);
	CHECK(tokens[0].of(words) == "1.234");
	CHECK(tokens[1].is('-'));
	CHECK(tokens[2].of(words) == "12,5");
	CHECK(tokens[3].of(words) == "kg");
	CHECK_FALSE(tokens[3].space_before);
	CHECK(tokens[4].is('"'));
	CHECK(tokens[5].of(words) == "G5");
	CHECK(tokens[10].is('.'));
}

TEST_CASE("a sentence ends at its mark, not at an abbreviation, an initial or a number") {
	CHECK(sentences_of("Hai bên hội đàm. Hội đàm kết thúc tốt đẹp.").size() == 2);
	CHECK(sentences_of("Đoàn đến TP.Vinh sáng 3/5. Ảnh: Q.H chụp.").size() == 2);
	CHECK(sentences_of("Đoàn thăm tỉnh Nghệ An. Đón đoàn có ông Nam.").size() == 2);
	CHECK(sentences_of("Hôm sau, khách tới Sơn La. Hai bên hội đàm.").size() == 2);
	CHECK(sentences_of("Phá chuyên án 421T. Hai kẻ sa lưới.").size() == 2);
	CHECK(sentences_of("Chủ trì là TS. Lê Văn A. và ông Đ. Hùng.").size() == 1);
	CHECK(sentences_of("Đã nhận 1.500.000 đồng. Xong.").size() == 2);
	CHECK(sentences_of("của các xã.Hội nghị bế mạc.").size() == 2);
	CHECK(sentences_of("“Chúng tôi sẽ sang.” Ông nói thêm.").size() == 2);
	CHECK(sentences_of("Đoàn ra về. “Năm sau lại sang”, ông nói.").size() == 2);
}
