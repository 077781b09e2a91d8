#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/daemon.hpp"
#include "server/routes.hpp"

namespace bienban::server {

/// What stands between the network and the routes: which hosts and origins are spoken to, who may do what, in which
/// language and form answers go out.
class Door {
public:
	/// `port` is the one that is listened at.
	Door(State& state, std::uint16_t port);

	/// Told from the head of a request: whether it may be read.
	Admission admit(const Request& head) const;
	/// The answer to a request that was admitted; nothing where it takes long and stands on the quick lane.
	std::optional<Response> answer(const Request& request, std::size_t worker, Lane lane);
	/// Where work is left that nobody waits for; to be set before the first request.
	void set_later(std::function<void(std::function<void(std::size_t worker)>)> later) { m_later = std::move(later); }
	/// An answer without having done anything.
	Response refused(const Request& request, int status) const;
	Response failed(const Request& request, const std::string& what) const;

private:
	struct Visit {
		Found found;
		std::optional<Session> session;
		std::optional<Failure> refusal;
	};
	Visit visit(const Request& head) const;
	std::optional<Failure> check_origin(const Request& head) const;
	std::optional<Failure> check_body(const Request& head, const Route& route) const;
	bool is_ours(std::string_view host) const;
	std::optional<Response> kept_or_made(const Request& request, const Route& route, Call& call, Lane lane);
	/// From what an answer that may be given again follows.
	std::string state_of(const Route& route, Call& call) const;
	Response make(const Request& request, const Route& route, Call& call, AnswerCache& cache, const std::string& key,
	              const std::string& state, const std::string& tag);
	void make_later(const Request& request, const std::string& key);
	Response made(const Request& request, Outcome<Answer> answer) const;
	Response error(const Request& request, const Failure& failure) const;

	State& m_state;
	std::vector<std::string> m_hosts;  ///< what the header Host may be
	std::function<void(std::function<void(std::size_t worker)>)> m_later;
	std::mutex m_mutex;
	std::set<std::string> m_awaited;     ///< keys of answers that are made later
	std::vector<std::string> m_origins;  ///< what the header Origin may be
};

/// The language of words: of ?lang, else the first of Accept-Language that there is, else Vietnamese. Lao stands in the
/// page's own tables only; what the program itself says is then Vietnamese.
struct Language {
	base::Lang words = base::Lang::vi;
	std::string_view page = "vi";  ///< vi, en or lo
};
Language language_of(const Request& request);

/// The address of whoever asks: where a proxy stands before this server, what that says.
std::string address_of(const Request& request, const Settings& settings);

}  // namespace bienban::server
