#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extraction/context.hpp"
#include "extraction/occasions.hpp"

namespace bienban::extraction {

/// Who receives whom. `out` has the records found so far: the guests named last are taken from them.
class ReceptionSides {
public:
	ReceptionSides(const Context& context, const std::vector<model::Record>& out)
	    : m_c(context), m_a(context.a()), m_out(out) {}

	/// "tiếp những người nông dân đến từ tỉnh A".
	bool come_from(std::uint32_t begin, std::uint32_t end) const;
	/// "Đoàn được Đại tá X, Chỉ huy trưởng …, đón tiếp": by a person with a post, between "được" and the word.
	bool received_by_named(const lexicon::Match& m) const;
	/// "Đón khách tại trụ sở X là bà Y", "Đón đoàn có ông Z": a sentence about who received.
	bool opens_with_welcome(const lexicon::Match& m, std::uint32_t s) const;
	/// The bodies of tokens [begin, end), with those whom posts and names stand for.
	PartySet reception_parties(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;
	/// "tiếp ông X, Giám đốc Sở Y tế tỉnh B", "tiếp Bộ trưởng Bộ Y tế Lào Y": the guest's name, or a long post and it.
	bool named_at_once(const lexicon::Match& m, std::uint32_t end) const;

private:
	/// "Giám đốc X đã tiếp Phó Giám đốc Y": one of each country, whose bodies the sentence leaves out.
	bool received_by_name(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;
	/// The host speaks through the post of the one who receives; the guests are the delegation named, or the last one
	/// of the text.
	PartySet bodies_of_reception(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;
	/// "Thủ tướng X tiếp Thủ tướng Y": the two countries or governments.
	PartySet heads_of_state(std::uint32_t begin, std::uint32_t cue, std::uint32_t end) const;
	/// "Phó Thủ tướng X tiếp Bộ trưởng Y", "Chủ tịch nước X tiếp đoàn": the country or the government receives a body
	/// of the other side.
	PartySet received_by_state(const lexicon::Match& m, std::uint32_t begin, std::uint32_t end) const;
	/// "tiếp đoàn cán bộ Sở Y tế tỉnh B": named right behind; not "tiếp đoàn, ông X cảm ơn tỉnh B".
	bool stands_as_guest(const lexicon::Match& m, const Player& p) const;
	/// Who came, by the visits found: of the side that is not the host's.
	PartySet last_guests(lexicon::Country host, std::uint32_t token) const;

	const Context& m_c;
	const Annotated& m_a;
	const std::vector<model::Record>& m_out;
};

}  // namespace bienban::extraction
