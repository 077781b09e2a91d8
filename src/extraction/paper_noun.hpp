#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "extraction/context.hpp"

namespace bienban::extraction {

/// The words that name one paper: "Biên bản ghi nhớ về phòng, chống ma túy giai đoạn 2022 - 2024 giữa A và B".
struct PaperNoun {
	std::uint32_t begin = 0;
	std::uint32_t head_end = 0;  ///< behind "Biên bản ghi nhớ"
	std::uint32_t name_end = 0;  ///< behind the words of the name alone: without parties, dates and what follows them
	std::uint32_t end = 0;       ///< behind everything that belongs to the name
	std::uint32_t between_begin =
	    0;  ///< the parties that the name itself gives: "giữa …", "của …"; empty where it gives none
	std::uint32_t between_end = 0;
	std::uint32_t clause_begin = 0;
	std::uint32_t clause_end = 0;
	std::uint32_t sentence = 0;
	const lexicon::InstrumentWord* word = nullptr;

	std::uint32_t head_size() const { return head_end - begin; }
	bool of_pair() const { return word->parties == "pair"; }
};

/// Every paper that the text names singly. Papers in general ("các hiệp định đã ký"), counts of papers ("3 biên bản")
/// and papers of other countries are left out, so are papers that only stand in the name of another ("Thỏa thuận … về
/// Quy chế …").
std::vector<PaperNoun> find_paper_nouns(const Context& context);

/// Is the token one of these words, given folded (text::fold_syllable)?
bool is_one_of(const Annotated& a, std::uint32_t token, std::initializer_list<std::string_view> words);

/// May both be names of one paper? "Hiệp định" may be "Hiệp định về quy chế biên giới", "Hiệp định Thương mại" may not.
bool names_agree(const Annotated& a, const PaperNoun& x, const PaperNoun& y);

/// Is the noun the object of a word of carrying out or of a preposition: "thực hiện …", "theo tinh thần …", "bám …"?
bool is_governed(const Annotated& a, const PaperNoun& noun);

}  // namespace bienban::extraction
