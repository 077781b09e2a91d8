#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/messages.hpp"
#include "model/period.hpp"
#include "model/record.hpp"

/// Numbers, dates and lists as an official writes them.
namespace bienban::paper {

/// The text with its first letter as a capital.
std::string capital(std::string_view text);

class Words {
public:
	explicit Words(base::Lang lang) : m_lang(lang), m_messages(base::Messages::of(lang)) {}

	base::Lang lang() const { return m_lang; }
	bool has(std::string_view id) const { return m_messages.has(id); }
	std::string text(std::string_view id, const std::vector<std::string>& values = {}) const {
		return m_messages.text(id, values);
	}
	/// The text of `id`, or of `id`-one where the number is 1; the number is {0}, the values follow.
	std::string counted(const std::string& id, std::size_t number, const std::vector<std::string>& values = {}) const;

	std::string number(double value) const;
	std::string number(std::size_t value) const { return number(static_cast<double>(value)); }
	/// "hơn 2.000".
	std::string figure(double value, std::optional<model::About> about) const;
	/// "hơn 12,5 tỷ đồng"; never rounded. `currency` is an ISO 4217 code.
	std::string money(double value, std::optional<model::About> about, std::string_view currency) const;
	/// "hơn 2.000 lượt người"; a sum where the unit is a currency.
	std::string quantity(double value, std::optional<model::About> about, const std::string& unit) const;
	/// Whether a unit is an ISO 4217 code.
	static bool is_currency(std::string_view unit);

	/// When it was, as a part of a sentence: "năm 2024", "in 2024"; "giai đoạn 2021 - 2025", "ngày 05/03/2021".
	std::string when(std::string_view edtf) const;
	std::string when(model::Period period) const;
	/// The same as a name: "2024", "2021 - 2025", "05/03/2021", "6 tháng đầu năm 2024".
	std::string span(std::string_view edtf) const;
	std::string span(model::Period period) const;

	/// "a, b và c".
	std::string list(const std::vector<std::string>& parts) const;
	/// The first `most` of them, then how many more: "a, b và 7 cơ quan khác" by the message `more`.
	std::string list(std::vector<std::string> parts, std::size_t most, const std::string& more) const;
	/// "a; b; c": for parts that have commas.
	static std::string series(const std::vector<std::string>& parts);
	/// "2014, 2016–2019 và 2021". Sorted.
	std::string years(const std::vector<int>& years) const;

	std::string theme(model::Theme theme) const;
	std::string theme(const std::optional<model::Theme>& theme) const;

private:
	base::Lang m_lang;
	const base::Messages& m_messages;

	std::string single(std::string_view edtf, const char* before) const;
	std::string part_of_year(std::string_view from, std::string_view to, const std::string& before) const;
};

}  // namespace bienban::paper
