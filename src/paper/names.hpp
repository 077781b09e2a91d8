#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "paper/words.hpp"
#include "review/material.hpp"

/// Who, as an official names them.
namespace bienban::paper {

/// Whether a name tells what its short form means where the paper first uses that.
enum class Introduce : bool { no, yes };

/// Names of bodies in the order in which a paper uses them: "Bộ Chỉ huy Quân sự (CHQS) tỉnh Sơn La" first, then "Bộ
/// CHQS tỉnh Sơn La"; of both sides together "Bộ CHQS hai tỉnh".
class Names {
public:
	Names(const Words& words, const review::Question& question);

	/// "tỉnh Sơn La", "Lào", or a body of theirs.
	std::string side(const review::Side& side, Introduce introduce = Introduce::yes);
	/// With the country at the full of its name: "tỉnh Hủa Phăn, nước Cộng hòa Dân chủ Nhân dân Lào".
	std::string full_side(const review::Side& side);
	/// "hai tỉnh", "hai nước"; else "hai bên"; of more than two "các bên".
	const std::string& both() const { return m_both; }
	/// The sides across the border: one by its name, several by their number ("9 tỉnh của Lào").
	std::string others();

	/// A place or a body of one.
	std::string party(std::string_view party, Introduce introduce = Introduce::yes);
	/// Several: bodies of one kind together, many shortened.
	std::string parties(const std::vector<model::Party>& parties, Introduce introduce = Introduce::yes);
	/// "A dành cho B", "A và B": who did it, and to whom. Information and offenders are handed over: "A chuyển cho B".
	std::string toward(const std::vector<model::Party>& by, const std::vector<model::Party>& to,
	                   std::optional<model::Theme> theme, Introduce introduce = Introduce::yes);
	/// "Sơn La", "Thủ đô Viêng Chăn".
	std::string place(std::string_view code) const;
	/// "tỉnh Sơn La", "thành phố Đà Nẵng", "Lào".
	std::string typed_place(std::string_view code) const;

private:
	const Words& m_words;
	const review::Question& m_question;
	std::string m_both;
	std::set<std::string, std::less<>> m_introduced;  ///< kinds of which the short form was explained

	std::string of_kind(std::string_view kind, std::string_view place, const std::string& where, bool several,
	                    Introduce introduce);
	std::string places(const std::vector<std::string>& codes) const;
};

}  // namespace bienban::paper
