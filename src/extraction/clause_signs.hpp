#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/one_of.hpp"
#include "extraction/context.hpp"

namespace bienban::extraction {

/// What stands around a clause.
struct Around {
	Mode before = Mode::event;  ///< of the clause before it
	bool continues = false;     ///< behind a semicolon or a colon, or an item of a list
	bool fresh = false;         ///< the first of its block
	bool lead_in = false;       ///< ends in a colon: what it announces follows
	bool patrolled = false;     ///< the text has told of a patrol before it
	bool reviewed = false;      ///< the clause before it, of the same block, says that the two sides looked back
};

/// What the cues of a clause say; each is one past the first token of its first cue, 0 where there is none.
struct Signs {
	std::uint32_t forward = 0;
	std::uint32_t agree = 0;
	std::uint32_t propose = 0;
	std::uint32_t will = 0;
	std::uint32_t review = 0;    ///< by a word or by a period of the past
	std::uint32_t recalled = 0;  ///< by a word only: "thời gian qua"
	std::uint32_t done = 0;      ///< "đã", "vừa", "từng"
	std::uint32_t passive = 0;   ///< "được", which tells little by itself
	std::uint32_t just = 0;      ///< "vừa": news, no account
	std::uint32_t valued = 0;    ///< "đánh giá cao", "kết quả": weighs what was done
	std::uint32_t stated = 0;    ///< "cho biết", "nhấn mạnh": says whatever follows
	std::uint32_t act = 0;
	std::uint32_t meet = 0;
	std::uint32_t visit = 0;
	std::uint32_t delegation = 0;
	std::uint32_t sign = 0;
	std::uint32_t give = 0;
	std::uint32_t themes = 0;
	bool day = false;        ///< names a day, or a few days in a row
	bool month = false;      ///< names a month alone
	bool this_year = false;  ///< names the year of the document

	bool assess() const { return valued != 0 || stated != 0; }
	bool looks_back() const {
		return review != 0 && (done != 0 || passive != 0 || assess() || act != 0 || themes != 0);
	}
};

inline void note(std::uint32_t& first, std::uint32_t token) {
	if (first == 0 || token + 1 < first) first = token + 1;
}

using base::one_of;

class ClauseMatter;

/// Reads the signs of clauses: which of the words that could be one are.
class SignReader {
public:
	SignReader(const Context& context, const ClauseMatter& matter);

	/// Where each kind of cue stands first in the clause, and what its dates say. Marks the clause as denied where it
	/// is.
	Signs read(Clause& clause) const;
	/// "thỏa thuận", "xác định" are nouns more often than not, and the name of a paper always is.
	bool is_noun(const lexicon::Match& m) const;
	/// "thống nhất đánh giá", "nhất trí cho rằng": they look back.
	bool weighs(const lexicon::Match& m, std::uint32_t end) const;

private:
	/// "xác định du lịch, nông nghiệp là trụ cột": what the sides will turn to.
	bool ranks(std::uint32_t from) const;
	bool in_date(const lexicon::Match& m) const;
	/// "muốn" and "xin" ask only between the sides: "Tỉnh X muốn …", "xin BĐBP tỉnh Y …".
	bool asks(const lexicon::Match& m) const;
	/// "112 yêu cầu tương trợ tư pháp", "các nội dung cam kết", "được sự đồng ý của …": nouns, that ask and promise
	/// nothing.
	bool counted_or_owned(const lexicon::Match& m) const;
	/// "hầu hết lời đã hứa đều thành việc", "những điều hai bên đã cam kết với nhau": what was promised once.
	bool promised_before(const Clause& clause, const lexicon::Match& m) const;
	/// "không phải", "chẳng cần".
	bool is_denied(const lexicon::Match& m) const;
	/// "ký cam kết không tiếp tay cho buôn lậu" is what households sign, unless the two sides do.
	bool signed_by_people(const Clause& clause, const lexicon::Match& m) const;
	/// "trong năm" is no past where it goes on: "trong năm tới", "trong năm năm tới".
	bool runs_ahead(const lexicon::Match& m) const;
	/// "sang triển khai các nội dung hợp tác": what is being carried out, no heading of what is to come.
	bool carried_out(const Clause& clause, const lexicon::Match& m) const;
	void read_cue(Clause& clause, const lexicon::Match& m, Signs& g) const;
	/// "trong giai đoạn 2018 - 2022", "năm 2016": a period of the past looks back, one of the future forward.
	void read_date(const Clause& clause, const DateMention& d, Signs& g) const;
	/// "không để nạn môi giới tồn tại".
	bool leaves_none(const Clause& clause, std::uint32_t token) const;
	/// "Từ tháng 2/2020, hai bên cùng …", with nothing that looks forward.
	bool opens_stretch(const Clause& clause) const;
	/// "Sang quý III", "Bước sang năm 2024".
	bool turns_to(std::uint32_t token) const;
	/// "với 657 lượt cán bộ" right before the token.
	bool counts_times(const Clause& clause, std::uint32_t token) const;
	/// "Thực hiện biên bản hội đàm đã ký, hai bên …": what was signed before is carried out.
	bool carries_out_signed(const Clause& clause, const lexicon::Match& m) const;
	/// "biên bản ghi nhớ ký ngày …", "văn bản đã ký": the signing only tells which paper is meant.
	bool dates_paper(const Clause& clause, const lexicon::Match& m) const;
	/// Does the date belong to a paper right before it ("Biên bản ghi nhớ năm 2024", "Hiệp định … ký năm 1998")?
	bool of_paper(std::uint32_t begin, const DateMention& d) const;

	const Context& m_c;
	const Annotated& m_a;
	const ClauseMatter& m_matter;
	int m_month = 0;  ///< of the document, 0 where it is not known
};

}  // namespace bienban::extraction
