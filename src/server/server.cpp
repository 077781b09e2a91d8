#include "server/server.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "server/daemon.hpp"
#include "server/door.hpp"

namespace bienban::server {

namespace {

/// "https://name" or "https://name:port", small letters, nothing behind it.
bool is_origin(std::string_view word) {
	constexpr std::string_view k_scheme = "https://";
	if (!word.starts_with(k_scheme)) return false;
	word.remove_prefix(k_scheme.size());
	return !word.empty() &&
	       word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:[]") == std::string_view::npos;
}

}  // namespace

bool is_loopback(const std::string& host) { return host.starts_with("127.") || host == "::1"; }

base::Result<Address> address_of(const std::string& word) {
	Address address;
	std::string_view rest = word;
	if (const auto colon = word.rfind(':'); colon != std::string::npos) {
		address.host = word.substr(0, colon);
		rest.remove_prefix(colon + 1);
	}
	if (address.host.starts_with('[') && address.host.ends_with(']')) {
		address.host = address.host.substr(1, address.host.size() - 2);
	}
	if (address.host == "localhost") address.host = "127.0.0.1";
	const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), address.port);
	std::array<unsigned char, sizeof(in6_addr)> bytes{};
	const bool known = inet_pton(AF_INET, address.host.c_str(), bytes.data()) == 1 ||
	                   inet_pton(AF_INET6, address.host.c_str(), bytes.data()) == 1;
	if (error != std::errc{} || stop != rest.data() + rest.size() || !known) return base::fail("serve-address", {word});
	return address;
}

Server::Server() = default;

Server::~Server() { stop(); }

base::Result<std::unique_ptr<Server>> Server::start(Settings settings) {
	if (settings.proxy && !is_origin(*settings.proxy)) return base::fail("serve-proxy", {*settings.proxy});
	if (!settings.proxy && !is_loopback(settings.address)) return base::fail("serve-open", {settings.address});
	auto state = State::open(std::move(settings));
	if (!state) return tl::unexpected(std::move(state.error()));
	std::unique_ptr<Server> server{new Server};
	server->m_state = std::move(*state);
	const Settings& given = server->m_state->settings();
	Limits limits;
	limits.workers = given.workers;
	limits.slow_workers = std::max(1U, given.workers / 4);
	// The door knows the port only once it is listened at; nobody is answered before.
	Server* self = server.get();
	auto daemon = Daemon::listen(
	    given.address, given.port, limits, server->m_state->uploads(),
	    {.admit = [self](const Request& head) { return self->m_door->admit(head); },
	     .answer = [self](const Request& request, std::size_t worker,
	                      Lane lane) { return self->m_door->answer(request, worker, lane); },
	     .failed = [self](const Request& request,
	                      const std::string& what) { return self->m_door->failed(request, what); },
	     .refused = [self](const Request& request, int status) { return self->m_door->refused(request, status); },
	     .ready = [self](std::uint16_t port) { self->m_door = std::make_unique<Door>(*self->m_state, port); }});
	if (!daemon) return tl::unexpected(std::move(daemon.error()));
	server->m_daemon = std::move(*daemon);
	server->m_door->set_later(
	    [self](std::function<void(std::size_t)> work) { self->m_daemon->later(std::move(work)); });
	return server;
}

std::string Server::origin() const { return m_state->settings().proxy.value_or(local()); }

std::string Server::local() const {
	const std::string& host = m_state->settings().address;
	return "http://" + (host.find(':') == std::string::npos ? host : "[" + host + "]") + ":" +
	       std::to_string(m_daemon->port());
}

std::string Server::setup_link() {
	if (!m_state->accounts().empty()) return {};
	// Behind the hash: what stands there is sent to nobody and stands in no log.
	return origin() + "/setup#token=" + m_state->accounts().new_setup_token();
}

void Server::stop() {
	if (m_daemon) m_daemon->stop();
	m_daemon.reset();
}

}  // namespace bienban::server
