#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/messages.hpp"
#include "base/result.hpp"
#include "register/register.hpp"
#include "report/listing.hpp"
#include "server/http.hpp"
#include "server/state.hpp"

/// What a route is given, and what it gives.
namespace bienban::server {

using Json = nlohmann::ordered_json;

/// Why a request was not done. The status follows from the message where none is given.
struct Failure {
	Failure(base::Error error_, std::string field_ = {}, int status_ = 0)
	    : error(std::move(error_)), field(std::move(field_)), status(status_) {}
	base::Error error;
	std::string field;  ///< the parameter or field that it is about
	int status;
};

/// A file to be saved.
struct File {
	std::string bytes;
	std::string type;
	std::string name;
};

struct Answer {
	Answer() = default;
	Answer(Json json, int status_ = 200) : what(std::move(json)), status(status_) {}
	Answer(File file) : what(std::move(file)) {}
	std::variant<std::monostate, Json, File> what;
	int status = 204;
	std::vector<std::pair<std::string, std::string>> headers;
};

template <typename T>
using Outcome = tl::expected<T, Failure>;

/// A failure out of an error, to be returned.
inline tl::unexpected<Failure> failed(base::Error error, std::string field = {}, int status = 0) {
	return tl::unexpected<Failure>(Failure{std::move(error), std::move(field), status});
}
inline tl::unexpected<Failure> failed(const char* message, std::vector<std::string> values = {},
                                      std::string field = {}) {
	return failed(base::Error{message, std::move(values), {}, 0}, std::move(field));
}

class Call {
public:
	Call(const Request& request, std::vector<std::string> values, base::Lang lang, std::optional<Session> session,
	     State& state, std::size_t worker)
	    : m_request(request),
	      m_values(std::move(values)),
	      m_lang(lang),
	      m_session(std::move(session)),
	      m_state(state),
	      m_worker(worker) {}

	const Request& request() const { return m_request; }
	base::Lang lang() const { return m_lang; }
	const base::Messages& messages() const { return base::Messages::of(m_lang); }
	State& state() { return m_state; }
	registry::Register& opened() { return m_state.reader(m_worker); }
	registry::Store& rows() { return opened().rows(); }
	/// Of a route that needs one.
	const Session& session() const { return *m_session; }
	const std::optional<Session>& maybe_session() const { return m_session; }
	std::string_view secret() const;

	/// The n-th value of the path.
	const std::string& value(std::size_t n) const { return m_values.at(n); }
	/// A parameter; nothing where it is missing or empty.
	std::optional<std::string> parameter(std::string_view name) const;
	bool flag(std::string_view name) const { return parameter(name) == "1"; }
	/// `page` and `page_size`. Fails with "web-number".
	Outcome<registry::PageOf> page() const;
	/// The id of the path, which must be of one of these kinds. Fails with "cli-id".
	Outcome<registry::Id> id(std::initializer_list<registry::IdKind> kinds, std::size_t n = 0) const;

private:
	const Request& m_request;
	std::vector<std::string> m_values;
	base::Lang m_lang;
	std::optional<Session> m_session;
	State& m_state;
	std::size_t m_worker;
};

/// The object that a request carries. Each getter fails with "web-field-missing" or "web-field-type"; fields that
/// nobody knows are refused by only().
// NOLINTNEXTLINE(bugprone-exception-escape): moving JSON throws nothing, though its operator is not marked so
class Fields {
public:
	/// Fails with "web-json".
	static Outcome<Fields> of(const Call& call);
	/// Fails with "web-field-unknown".
	Outcome<void> only(std::initializer_list<std::string_view> names) const;
	bool has(std::string_view name) const;
	Outcome<std::string> text(std::string_view name) const;
	Outcome<std::optional<std::string>> maybe_text(std::string_view name) const;
	Outcome<std::optional<bool>> maybe_flag(std::string_view name) const;
	Outcome<std::vector<std::string>> texts(std::string_view name) const;
	const Json& object() const { return m_object; }

private:
	Json m_object;
};

/// The page of a list: its items and how many there are in all.
Json page_json(Json items, const registry::PageOf& page, const registry::Count& total);

}  // namespace bienban::server
