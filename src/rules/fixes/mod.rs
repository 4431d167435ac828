//! The steps that change what is wrong, one file for each thing that can be changed. Whether a step is due is for the
//! rules.

pub(crate) mod access_edge;
pub(crate) mod app_pool;
pub(crate) mod exch_uc_util;
pub(crate) mod hosting_provider;
pub(crate) mod im_settings;
pub(crate) mod mailbox_policy;
pub(crate) mod oauth_configuration;
pub(crate) mod replication;
pub(crate) mod setting_overrides;
pub(crate) mod trusted_applications;
pub(crate) mod um_certificate;
pub(crate) mod um_dial_plan;
pub(crate) mod um_gateway;
pub(crate) mod um_service;
pub(crate) mod virtual_directory;
pub(crate) mod web_config;
pub(crate) mod windows_service;
