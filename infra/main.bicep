// What a county runs: two or more instances of the line, its tables, keys, bot, logs and alerts, in one resource group.
//
// Run twice the first time (README.md): without `image` it makes everything that the server stands on, so that an
// image can be built into the registry and the data key put into the vault; with `image` it starts the server too.
//
// Every parameter that is chosen outside this file is a string, and 'none' is as good as empty: the environment hands
// over nothing else (main.bicepparam), and Agents Toolkit takes an empty value for a forgotten one (*.parameters.json).

targetScope = 'resourceGroup'

@description('Short name that every resource begins with: lower-case letters and digits.')
@minLength(3)
@maxLength(10)
param name string

@description('Where everything is kept and runs. Regions of the European Union that have availability zones.')
@allowed([
  'swedencentral'
  'northeurope'
  'westeurope'
  'germanywestcentral'
  'francecentral'
  'italynorth'
  'polandcentral'
  'spaincentral'
])
param location string = 'swedencentral'

@description('Where the Azure Bot keeps its data: westeurope keeps it in the European Union, global does not.')
@allowed([
  'westeurope'
  'global'
])
param botLocation string = 'westeurope'

@description('The image in the registry that this makes, such as line:0.1.0. Empty at the first run: no server yet.')
param image string = ''

@description('Path of the county file in the image, such as dist/bot/counties/<county>.json.')
@minLength(6)
param countyFile string

@description('Entra object id of the first supervisor, who gives everybody else their roles.')
@minLength(36)
@maxLength(36)
param firstSupervisor string

@description('Client id of the tab\'s Entra app registration (entra.manifest.json).')
@minLength(36)
@maxLength(36)
param tabClientId string

@description('The app\'s id in the Teams manifest.')
@minLength(36)
@maxLength(36)
param teamsAppId string

@description('Client id of the app registration that reads titles and units from Graph (entra.directory.manifest.json); its secret is the vault\'s directory-client-secret. None: cards show no title and unit.')
param directoryClientId string = ''

@description('Entra group of the operators: may write the vault\'s secrets, and read and restore the tables. Empty: nobody but the server reaches them.')
param operatorsGroupId string = ''

@description('Who is told when something is wrong.')
@minLength(6)
param alertEmail string

@description('Instances that always run; the others take over when one ends.')
@minValue(2)
@maxValue(10)
param minInstances int = 2

@description('Instances at most, when many ask at once.')
@minValue(2)
@maxValue(20)
param maxInstances int = 4

@description('Spreads instances and stored data over the region\'s zones. Can\'t be changed once made.')
@allowed([
  'true'
  'false'
])
param zoneRedundant string = 'true'

@description('Closes tables and vault to the internet: they are reached through private endpoints only. The server\'s own door stays public, since Teams calls it. Can\'t be taken into use later if zoneRedundant was off when this was made.')
@allowed([
  'true'
  'false'
])
param privateNetwork string = 'false'

@description('Addresses of the virtual network; a /24 of your own is enough.')
param networkAddresses string = '10.71.0.0/24'

@description('With privateNetwork: public IPv4 addresses, a comma between, from which operators may still reach vault and tables, for keys and backups. None: only from inside the network.')
param operatorAddresses string = ''

@description('The county\'s own host name for the server, such as linja.example.fi. None: the one that Azure gives.')
param customHost string = ''

@description('With customHost: resource id of its certificate in the Container Apps environment. Until there is one, Azure\'s own host name is used.')
param certificateId string = ''

@description('Days that logs are kept. They hold no free text and no identity.')
@minValue(30)
@maxValue(730)
param logDays int = 90

@description('Keeps the storage account and the vault from being deleted by mistake; take the locks away before you take the line down.')
param lockData bool = true

var suffix = uniqueString(resourceGroup().id, name)
var appName = '${name}-line'
var inZones = zoneRedundant == 'true'
var isPrivate = privateNetwork == 'true'
var hasNetwork = isPrivate || inZones
var isRunning = !empty(image)

var none = [ '', 'none' ]
var directory = contains(none, directoryClientId) ? '' : directoryClientId
var openTo = contains(none, operatorAddresses) ? [] : split(operatorAddresses, ',')
// A host without its certificate can't be reached by https: the bot would be told an address that nobody answers at.
var hasOwnHost = !contains(none, customHost) && !contains(none, certificateId)
var ownHost = hasOwnHost ? customHost : ''

// One identity for all that the server does: the bot's own, for the tables as well (bot/compose.ts, accountOf).
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: {
    name: name
    location: location
    days: logDays
  }
}

module network 'modules/network.bicep' = if (hasNetwork) {
  name: 'network'
  params: {
    name: name
    location: location
    addresses: networkAddresses
  }
}

module tables 'modules/tables.bicep' = {
  name: 'tables'
  params: {
    name: take('${name}${suffix}', 24)
    location: location
    zoneRedundant: inZones
    isPrivate: isPrivate
    openTo: openTo
    serverPrincipalId: identity.properties.principalId
    operatorsGroupId: operatorsGroupId
    locked: lockData
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: take('${name}-${suffix}', 24)
    location: location
    isPrivate: isPrivate
    openTo: openTo
    serverPrincipalId: identity.properties.principalId
    operatorsGroupId: operatorsGroupId
    workspaceId: logs.outputs.workspaceId
    locked: lockData
  }
}

module endpoints 'modules/endpoints.bicep' = if (isPrivate) {
  name: 'endpoints'
  params: {
    name: name
    location: location
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointSubnetId
    accountId: tables.outputs.accountId
    vaultId: vault.outputs.vaultId
  }
}

module registry 'modules/registry.bicep' = {
  name: 'registry'
  params: {
    name: take('${name}${suffix}', 50)
    location: location
    serverPrincipalId: identity.properties.principalId
  }
}

module hosting 'modules/hosting.bicep' = {
  name: 'hosting'
  params: {
    name: name
    location: location
    zoneRedundant: inZones
    subnetId: hasNetwork ? network!.outputs.serverSubnetId : ''
    workspaceId: logs.outputs.workspaceId
  }
}

var host = hasOwnHost ? ownHost : '${appName}.${hosting.outputs.domain}'
var publicUrl = 'https://${host}'

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: '${name}-bot-${suffix}'
    location: botLocation
    identityId: identity.id
    clientId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    endpoint: '${publicUrl}/api/messages'
  }
}

module server 'modules/server.bicep' = if (isRunning) {
  name: 'server'
  params: {
    name: appName
    location: location
    environmentId: hosting.outputs.environmentId
    identityId: identity.id
    registryServer: registry.outputs.server
    image: image
    minInstances: minInstances
    maxInstances: max(minInstances, maxInstances)
    publicUrl: publicUrl
    ownHost: ownHost
    certificateId: hasOwnHost ? certificateId : ''
    botId: identity.properties.clientId
    tenantId: identity.properties.tenantId
    tablesEndpoint: tables.outputs.endpoint
    vaultUri: vault.outputs.uri
    countyFile: countyFile
    firstSupervisor: firstSupervisor
    tabClientId: tabClientId
    teamsAppId: teamsAppId
    directoryClientId: directory
  }
  // with a private network the server reaches nothing before its endpoints and names stand
  dependsOn: [
    endpoints
  ]
}

module alerts 'modules/alerts.bicep' = if (isRunning) {
  name: 'alerts'
  params: {
    name: name
    location: location
    email: alertEmail
    publicUrl: publicUrl
    serverId: server!.outputs.serverId
    accountId: tables.outputs.accountId
    vaultId: vault.outputs.vaultId
    workspaceId: logs.outputs.workspaceId
    insightsId: logs.outputs.insightsId
  }
}

// Names as Agents Toolkit writes them into env/.env.<environment>, and as the server and `npm run package` read them.
@description('The bot\'s client id: BOT_ID of the manifest.')
output BOT_ID string = identity.properties.clientId

@description('The county\'s tenant.')
output BOT_TENANT_ID string = identity.properties.tenantId

@description('The address people and Teams reach the server by.')
output PUBLIC_URL string = publicUrl

@description('Its host name: for the Entra app\'s identifier and the manifest\'s valid domains.')
output PUBLIC_HOST string = host

@description('The tables, for doctor, backup and restore by an operator.')
output TABLES_ENDPOINT string = tables.outputs.endpoint

@description('The vault that wants the secret data-keys.')
output VAULT_NAME string = vault.outputs.name

@description('The registry to build the image into: az acr build --registry <this>.')
output REGISTRY_NAME string = registry.outputs.name

@description('The running server; empty before the first image.')
output SERVER_NAME string = isRunning ? appName : ''
